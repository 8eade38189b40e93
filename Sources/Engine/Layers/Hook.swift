// # Hooks: looking into a model while it works
//
// A hook is a function that a layer calls whenever it has been called itself. It sees what went in and
// what came out, so it can collect activations, draw histograms, or note shapes, and the model's code does
// not change:
//
//     let hook = model.body.onForward { input, output in means.append(output.mean().item) }
//     _ = model(x)
//     hook.remove()
//
// A hook that is left in place slows the model and keeps alive what it has collected. `during` always removes
// it:
//
//     try layer.onBackward { gradients.append($0) }.during { loss().backward() }

import Tensors

/// A function that a layer calls, until it is removed.
public final class Hook {
    private weak var module: Module?
    private(set) var forward: ((_ input: Any, _ output: Any) -> Any?)?
    private(set) var backward: ((_ gradient: Tensor) -> Tensor?)?

    init(
        _ module: Module, forward: ((_ input: Any, _ output: Any) -> Any?)? = nil,
        backward: ((_ gradient: Tensor) -> Tensor?)? = nil
    ) {
        (self.module, self.forward, self.backward) = (module, forward, backward)
        module.hooks.append(self)
    }

    /// The layer no longer calls the function, and what the function holds is released. Removing a hook twice does
    /// no harm.
    public func remove() {
        module?.hooks.removeAll { $0 === self }
        (forward, backward) = (nil, nil)
    }

    /// Runs `body`, and removes the hook afterwards, even if `body` throws.
    public func during<Result>(_ body: () throws -> Result) rethrows -> Result {
        defer { remove() }
        return try body()
    }
}

extension Module {
    /// How many hooks are attached to this layer.
    public final var numberOfHooks: Int { hooks.count }
}

extension [Hook] {
    /// Runs `body`, and removes all hooks afterwards, even if `body` throws.
    public func during<Result>(_ body: () throws -> Result) rethrows -> Result {
        defer { forEach { $0.remove() } }
        return try body()
    }
}

extension Layer {
    /// Calls `body` with the input and output of every call of this layer, in the order in which the hooks were made.
    @discardableResult
    public func onForward(_ body: @escaping (_ input: Input, _ output: Output) -> Void) -> Hook {
        changingForward { input, output in body(input, output) }
    }

    /// The same, and what `body` leaves in `output` is what the layer returns.
    @discardableResult
    public func changingForward(_ body: @escaping (_ input: Input, _ output: inout Output) -> Void) -> Hook {
        Hook(
            self,
            forward: { input, output in
                guard let input = input as? Input, var changed = output as? Output else { return nil }
                body(input, &changed)
                return changed
            })
    }
}

extension Layer where Output == Tensor {
    /// Calls `body`, in every backward pass, with the gradient of the loss with respect to what the layer
    /// returned; once for each call of the layer that the loss depends on.
    @discardableResult
    public func onBackward(_ body: @escaping (_ gradient: Tensor) -> Void) -> Hook {
        Hook(
            self,
            backward: {
                body($0); return nil
            })
    }

    /// The same, and what `body` leaves in `gradient` is what the layer gets.
    @discardableResult
    public func changingBackward(_ body: @escaping (_ gradient: inout Tensor) -> Void) -> Hook {
        Hook(
            self,
            backward: {
                var gradient = $0
                body(&gradient)
                return gradient
            })
    }
}

extension Layer {
    /// What `forward` makes of the input, after all hooks.
    public func callAsFunction(_ input: Input) -> Output {
        throughHooks(input, forward(input))
    }

    /// An output as the layer's hooks leave it.
    func throughHooks(_ input: Input, _ output: Output) -> Output {
        var output = output
        for hook in hooks {
            if let changed = hook.forward?(input, output) as? Output { output = changed }
            if let backward = hook.backward, let tensor = output as? Tensor {
                output = tensor.hookingGradient(backward) as! Output
            }
        }
        return output
    }
}
