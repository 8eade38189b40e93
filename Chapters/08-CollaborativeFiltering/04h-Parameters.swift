// # What counts as a parameter
//
// Section 8.4 · After this page you know which of a model's numbers an optimizer finds, and why the others do not
// learn.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Nobody has told the optimizer which numbers to change. It asked the model, and `Module` looked at what is stored in
// it: every `Parameter`, and those of every part. Three modules differ in what they store. The book calls each of them
// `T`; here they are `TensorHolder`, `ParameterHolder` and `LinearHolder`:

/// Stores a plain tensor.
final class TensorHolder: Module, Layer {
    var a = Tensor.ones(3)
    func forward(_ x: Tensor) -> Tensor { x * a }
}

/// Stores a parameter.
final class ParameterHolder: Module, Layer {
    let a = Parameter(.ones(3))
    func forward(_ x: Tensor) -> Tensor { x * a.value }
}

/// Stores a layer, which has a parameter.
final class LinearHolder: Module {
    let a: Linear
    init(using random: inout some RandomNumberGenerator) { a = Linear(1, 3, bias: false, using: &random) }
}

extension CollaborativeFiltering {
    func foundOrNotFound() {
        var random = run.random
        let linear = LinearHolder(using: &random)
        let holders: [(String, Module)] = [
            ("a tensor", TensorHolder()), ("a parameter", ParameterHolder()), ("a linear layer, 1 → 3", linear),
        ]
        var table = TextTable(["what it stores", "parameters", "names", "shapes"])
        for (name, module) in holders {
            let found = module.namedParameters
            table.add(
                name, found.count, found.map(\.name).joined(separator: ", "),
                found.map { "\($0.parameter.shape)" }.joined(separator: ", "))
        }
        show(
            table, "What is found in three modules",
            predict: .numbers("How many parameters does each of the three have?", holders.map { $1.parameters.count }))
        show(linear.a.weight.value, "the weight of the linear layer")
        show("\(type(of: linear.a.weight))", "its type")

        // A tensor alone is not found: a model may hold all sorts of tensors that are not to be learned, like the mean
        // of its inputs. `Parameter` is how one says that a tensor is. It computes nothing; it marks, and it turns
        // gradients on:
        show(ParameterHolder().a.value.requiresGrad, "does the parameter collect gradients?")
        show(
            TensorHolder().a.requiresGrad, "does the tensor?",
            ask: "A module stores Tensor.ones(3) and nothing else. Does that tensor collect gradients?")
    }

    func whatIsNotFoundDoesNotLearn() {
        // The mistake is easily made, and nothing complains: training goes through, and the loss just stays where it
        // is. Both modules are to learn the factors 2, 3 and 4:
        var random = run.random
        let x = Tensor.randn(64, 3, using: &random)
        let y = x * Tensor([2, 3, 4])
        let (fixed, learned) = (TensorHolder(), ParameterHolder())
        var table = TextTable(["step", "tensor", "parameter"], decimals: 4)
        let optimizers = [SGD(fixed.parameters, learningRate: 0.5), SGD(learned.parameters, learningRate: 0.5)]
        for step in 0...20 {
            let losses = [mseLoss(fixed(x), y), mseLoss(learned(x), y)]
            if step % 5 == 0 { table.add(step, losses[0].item, losses[1].item) }
            losses[1].backward()
            for optimizer in optimizers {
                optimizer.step()
                optimizer.zeroGrad()
            }
        }
        show(table, "Losses of the two, step by step")
        show(learned.a.value.detached(), "what the parameter has become")
    }
}
