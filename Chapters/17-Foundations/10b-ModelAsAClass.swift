// # The model as a class
//
// Section 17.10 · After this page you can write a model that is called, and sent back, like one of its layers, and say
// what goes wrong when a net uses one layer object in two places.

import Figures
import Notebook
import Tensors

// The page before has put each layer into a class: a linear layer, a ReLU and the mean squared error, in a namespace
// called `WithClasses`. Each is called like a function, notes what went in and came out, and has a method `backward()`
// that fills gradient slots.
//
// The model is an object of the same kind. Forward it goes through its layers and the loss, and backward it goes
// through the same in reverse. The order is written down once, in the list of the layers:

extension WithClasses {
    /// A linear layer, a ReLU, a linear layer and the loss. (The first of the book's classes called `Model`.)
    public final class Model {
        let layers: [any HandmadeLayer]
        let loss = MeanSquaredError()

        public init(_ w1: Variable, _ b1: Variable, _ w2: Variable, _ b2: Variable) {
            layers = [Linear(w1, b1), ReLU(), Linear(w2, b2)]
        }

        public func callAsFunction(_ x: Variable, _ target: Tensor) -> Tensor {
            loss(layers.reduce(x) { value, layer in layer(value) }, target)
        }

        public func backward() {
            loss.backward()
            for layer in layers.reversed() { layer.backward() }
        }
    }
}

// Section 17.10 has two versions of this model, and both are to be compared with the functions of section 17.9. So
// whatever is such a model gets a function that runs it there and back, and returns the loss and all gradients.
// (`LittleNetVariables` holds what has a slot in section 17.9: the input and four parameters.)

/// A model of the little net that fills the slots of its parameters and of its input.
public protocol HandmadeModel: AnyObject {
    init(_ w1: Variable, _ b1: Variable, _ w2: Variable, _ b2: Variable)
    func callAsFunction(_ x: Variable, _ target: Tensor) -> Tensor
    func backward()
}

extension HandmadeModel {
    public static func gradients(of net: LittleNet) -> LittleNetGradients {
        let slots = LittleNetVariables(net)
        let model = Self(slots.w1, slots.b1, slots.w2, slots.b2)
        let loss = model(slots.x, net.y)
        model.backward()
        return slots.gradients(of: loss)
    }
}

extension WithClasses.Model: HandmadeModel {}

extension Foundations {
    func modelAsAClass() {
        // Make a model, call it, send it back: three lines in any language.
        //
        //     Python                            Swift
        //     model = Model(w1, b1, w2, b2)     let model = Model(w1, b1, w2, b2)
        //     loss = model(x, y)                let loss = model(x, y)
        //     model.backward()                  model.backward()
        //
        // Every gradient has the shape of what it belongs to. (`WithFunctions` is the version of section 17.9.)
        let net = LittleNet(seed: run.seed)
        let (functions, classes) = (WithFunctions.gradients(of: net), WithClasses.Model.gradients(of: net))
        show(
            classes.w1.shape, "shape of the gradient of w1",
            ask: "The input is [200, 100], the first layer's output [200, 50]. What is the shape of w1's gradient?")

        // And the two versions agree, in the loss and in all five gradients:
        var table = TextTable(["gradient of", "shape", "largest number", "largest difference to the functions'"])
        for (named, difference) in zip(classes.named, classes.largestDifferences(from: functions)) {
            table.add(named.name, "\(named.gradient.shape)", named.gradient.abs().max().item, difference)
        }
        show(table, "Classes against functions")
        show(classes.loss == functions.loss, "the same loss")
    }

    func aLayerRemembersOneCall() {
        // An object that notes its *last* call has a weakness. A ReLU has no parameters, so why should a net not use a
        // single one in two places?
        let shared = WithClasses.ReLU()
        let x = Variable(Tensor([[1, 2]]))
        let (w, b) = (Variable(Tensor([[1], [1]])), Variable(Tensor([0])))
        let layers: [any HandmadeLayer] = [shared, WithClasses.Linear(w, b), shared]
        let output = layers.reduce(x) { value, layer in layer(value) }
        show(output.value, "relu(relu(x) · w)")

        // The forward pass is right: 1 + 2. Now back, with a gradient of 1 at the output:
        output.g = Tensor([[1]])
        for layer in layers.reversed() { layer.backward() }
        show(
            x.g == nil, "the slot of x is empty",
            ask: "relu(relu([[1, 2]]) · [[1], [1]]), one ReLU object for both: is x's slot empty after going back?")

        // In its first backward pass, the shared ReLU goes back through its last call, as it should. In its second,
        // it should go back through the call before, but it has forgotten that one and goes back through the last
        // once more. So x gets nothing, and nobody complains. With two objects it works, and a gradient of 1 arrives:
        let separate: [any HandmadeLayer] = [WithClasses.ReLU(), WithClasses.Linear(w, b), WithClasses.ReLU()]
        separate.reduce(x) { value, layer in layer(value) }.g = Tensor([[1]])
        for layer in separate.reversed() { layer.backward() }
        show(x.g!, "gradient at x, with two objects")

        // What must be remembered belongs to a *call*, not to a layer. Section 17.11 draws the conclusion. (And
        // exercise 17.25 repairs this ReLU.)
    }
}
