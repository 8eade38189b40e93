// # Hooks
//
// Section 18.1 · After this page you can attach a function to a layer, and keep what comes out of it.

import Layers
import Notebook
import Tensors

// A net is called with a picture and returns its scores. What happened in between is gone. For this chapter we need it:
// the output of an inner layer. We could rewrite `forward` so that it returns more, but then every net would have to be
// rewritten for every question that we ask.
//
// A *hook* is a function that a layer calls whenever it has been called itself. It gets what went in and what
// came out, and may do with them what it likes. The layer does not need to know what that is. (PyTorch's hooks get the
// layer as well. Ours are closures, and a closure that wants to know its layer captures it.) In chapter 16 we had
// callbacks, which put code into the *training loop*; a hook puts code into the forward pass itself, or, as section
// 18.4 will show, into the backward pass. It can be attached to any layer of any net. (fastai has a callback that
// attaches hooks, `HookCallback`; the book mentions it and goes on without.)
//
// Little is needed. `ObservedLayer` wraps a layer and keeps a list of functions. They can be removed again by number:

/// A layer that calls functions, its hooks, after every call.
public final class ObservedLayer: Module, Layer {
    private let inner: any Layer<Tensor, Tensor>
    private var attached: [(number: Int, call: (_ input: Tensor, _ output: Tensor) -> Void)] = []
    private var next = 0

    public init(_ inner: any Layer<Tensor, Tensor>) { self.inner = inner }

    public func forward(_ x: Tensor) -> Tensor {
        let y = inner(x)
        for hook in attached { hook.call(x, y) }
        return y
    }

    /// How many hooks are attached.
    public var hookCount: Int { attached.count }

    /// Attaches a hook. What is returned removes it. (The book's `register_forward_hook`, and `remove` of its handle.)
    public func addHook(_ call: @escaping (_ input: Tensor, _ output: Tensor) -> Void) -> () -> Void {
        let number = next
        next += 1
        attached.append((number, call))
        return { [weak self] in self?.attached.removeAll { $0.number == number } }
    }
}

extension WhereItLooks {
    func aFunctionThatTheLayerCalls() {
        // A net of three layers, the middle one observed:
        var random = run.random
        let middle = ObservedLayer(ReLU())
        let net = Sequential(Linear(4, 3, using: &random), middle, Linear(3, 2, using: &random))
        let remove = middle.addHook { input, output in
            show("\(input.shape) → \(output.shape), the smallest \(input.min().item) → \(output.min().item)", "a hook")
        }
        _ = net(Tensor.randn(5, 4, using: &random))
        show(middle.hookCount, "hooks at the layer")
        remove()
        _ = net(Tensor.randn(5, 4, using: &random))
        show(middle.hookCount, "hooks at the layer, after `remove()`; the second call showed nothing")
    }
}

// To look at the output later, it must be put somewhere. The book writes a class for that and not a function, because
// an object has state, which is still there after the call. `OutputStore` is that class. (The book's first `Hook`.)

/// Keeps the output of the last call of a layer.
public final class OutputStore {
    public private(set) var stored: Tensor?

    public init() {}

    /// The hook. (The book's `hook_func`.)
    public func keep(_ input: Tensor, _ output: Tensor) { stored = output.detached() }
}

extension WhereItLooks {
    func keepWhatComesOut() {
        var random = run.random
        let (layer, store) = (ObservedLayer(Linear(4, 3, using: &random)), OutputStore())
        let remove = layer.addHook(store.keep)
        let y = layer(Tensor.randn(5, 4, using: &random))
        remove()
        show(store.stored?.scalars == y.scalars, "what was stored is what came out")
        show(
            store.stored?.requiresGrad == true, "does the stored output know where it came from?",
            ask: "The layer's output has a history, for gradients. Does the detached output that was stored have one?")

        // The book stores a detached *clone*. In PyTorch a tensor is a thing in memory that somebody may change later;
        // here it is a value, so nobody can, and `detached()` alone will do.
    }
}
