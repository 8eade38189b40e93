// # The model as a module
//
// Section 17.11 · After this page you can write a model of layers in two styles, and say why Swift needs only one of
// them.

import Layers
import Notebook
import Tensors

// The models of section 17.10 went through a list of layers. For modules, this is a layer in its own right: it holds
// layers, so it finds their parameters, and calling it calls them in turn. The engine has it as `Sequential`. So that
// nothing is taken for granted, here is ours, and the ReLU that it needs as a layer. (`any Layer<Tensor, Tensor>` is
// the type of any layer, whatever its class, that turns a tensor into a tensor.)

/// The little net in modules.
public enum WithModules {
    /// `MyReLU` as a layer, so that it fits into a list of layers.
    public final class ReLU: Module, Layer {
        public func forward(_ x: Tensor) -> Tensor { MyReLU()(x) }
    }

    /// Layers that are called in turn.
    public final class Sequential: Module, Layer {
        let layers: [any Layer<Tensor, Tensor>]

        public init(_ layers: any Layer<Tensor, Tensor>...) { self.layers = layers }

        public func forward(_ x: Tensor) -> Tensor { layers.reduce(x) { value, layer in layer(value) } }
    }
}

// Now the model, twice, as in the book. It takes three sizes, and it is called with inputs and targets and returns the
// loss. A layer has one input, so the two are a pair, and the call has two pairs of parentheses: `model((x, target))`.
// The book's first version is a subclass of `nn.Module`, and its initializer begins with `super().__init__()`. Its
// second version is a subclass of fastai's `Module`, and leaves that line out. Here they are `ModelCallingSuper` and
// `Model`:

extension WithModules {
    /// A model that calls its superclass's initializer. (The book's `Model(nn.Module)`.)
    public final class ModelCallingSuper: Module, Layer {
        let layers: Sequential
        let loss: (Tensor, Tensor) -> Tensor = mse

        public init(_ inputs: Int, _ hidden: Int, _ outputs: Int, using random: inout SplitMix64) {
            layers = Sequential(
                LinearLayer(inputs, hidden, using: &random), ReLU(), LinearLayer(hidden, outputs, using: &random))
            super.init()
        }

        public func forward(_ given: (x: Tensor, target: Tensor)) -> Tensor { loss(layers(given.x), given.target) }
    }
}

extension WithModules {
    /// The same without that line. (The book's `Model(Module)`, in fastai's style.)
    public final class Model: Module, Layer {
        let layers: Sequential
        let loss: (Tensor, Tensor) -> Tensor = mse

        public init(_ inputs: Int, _ hidden: Int, _ outputs: Int, using random: inout SplitMix64) {
            layers = Sequential(
                LinearLayer(inputs, hidden, using: &random), ReLU(), LinearLayer(hidden, outputs, using: &random))
        }

        public func forward(_ given: (x: Tensor, target: Tensor)) -> Tensor { loss(layers(given.x), given.target) }
    }
}

// (`mse` is the loss of section 17.8, which squeezes the output.) To compare them with the other versions of the little
// net, they get its numbers. A layer keeps its weight [out, in], so w1 and w2 go in transposed, and their gradients
// come out transposed:

extension WithModules {
    public static func gradients(of net: LittleNet) -> LittleNetGradients {
        var random = SplitMix64(seed: 0)
        let model = Model(net.w1.shape[0], net.b1.count, net.b2.count, using: &random)
        for (parameter, value) in zip(model.parameters, [net.w1.T, net.b1, net.w2.T, net.b2]) {
            parameter.assign(value)
        }
        let x = net.x.requiringGrad()
        let loss = model((x, net.y))
        loss.backward()
        let grads = model.parameters.map { $0.grad! }
        return LittleNetGradients(
            loss: loss.detached(), x: x.grad!, w1: grads[0].T, b1: grads[1], w2: grads[2].T, b2: grads[3])
    }
}

extension Foundations {
    func modelAsAModule() {
        // Which parameters does the model have? The numbers of the layers in `Sequential` are part of their names:
        var random = run.random
        let model = WithModules.Model(100, 50, 1, using: &random)
        show(model.namedParameters.map { "\($0.name) \($0.parameter.shape)" }, "parameters of Model(100, 50, 1)")

        // From the same seed, the version that calls `super.init()` is the same model:
        var again = run.random
        let other = WithModules.ModelCallingSuper(100, 50, 1, using: &again)
        let net = LittleNet(seed: run.seed)
        show(
            model((net.x, net.y)).item == other((net.x, net.y)).item, "the same loss",
            ask: "One model calls super.init(), the other one does not. Do they have the same loss?")

        // In Swift, an initializer that does not call it calls it at its end, if the superclass has one without
        // parameters. So the two classes are not merely alike, they are the same program. In Python nothing is
        // called that is not written down. Leave the line out, and PyTorch stops with
        //
        //     AttributeError: cannot assign module before Module.__init__() call
        //
        // because the very assignment is what registers a layer, and the tables for that are made by `__init__`.
        // fastai's `Module` differs from `nn.Module` in this one point: it calls the superclass's initializer for you,
        // before yours.
        //
        // In Swift, the order is the reverse of Python's. In Python super comes first, and then the attributes. In
        // Swift all properties of the class itself come first, and then super; only after that may anything be done
        // with `self`. This way no method of the superclass can ever see a property without a value, and it costs
        // nothing here, since nothing is registered.
    }

    func sequentialOfTheEngine() {
        // Our `Sequential` and the engine's, with the same two linear layers in both:
        var random = run.random
        let (first, last) = (LinearLayer(100, 50, using: &random), LinearLayer(50, 1, using: &random))
        let ours = WithModules.Sequential(first, WithModules.ReLU(), last)
        let engines = Sequential(first, ReLU(), last)
        let x = Tensor.randn(5, 100, using: &random)
        show(largestDifference(ours(x), engines(x)), "largest difference between the two")
        show(
            ours.namedParameters.map(\.name) == engines.namedParameters.map(\.name),
            "the parameters have the same names in both")

        // From here on we may use the engine's.
    }
}
