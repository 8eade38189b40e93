// # A scope for a hook
//
// Section 18.1 · After this page you can write a hook that removes itself, whatever happens, and use the engine's.

import Figures
import Layers
import Notebook
import Tensors

// Opening and closing a file, adding and removing a hook: what begins must end. Python has a construct for this, the
// *context manager*: an object with two special methods, `__enter__`, which runs at the beginning of a `with` block,
// and `__exit__`, which runs at its end, also when the block ends with an error. The book's second `Hook` is one: it
// attaches itself in its initializer, `__enter__` returns it, and `__exit__` removes it.
//
// Swift has no special methods for this, and needs none. `withHook` takes the block as a closure; `defer` says what is
// done when the function is left, in whatever way:

extension ObservedLayer {
    /// Runs `body` with a hook at this layer, and removes the hook afterwards, even if `body` throws.
    public func withHook<Result>(
        _ call: @escaping (_ input: Tensor, _ output: Tensor) -> Void, during body: () throws -> Result
    ) rethrows -> Result {
        let remove = addHook(call)
        defer { remove() }
        return try body()
    }
}

extension WhereItLooks {
    func aScopeForAHook() {
        var random = run.random
        let layer = ObservedLayer(Linear(4, 3, using: &random))
        let (first, second) = (Tensor.randn(1, 4, using: &random), Tensor.randn(1, 4, using: &random))
        var stored: Tensor?
        let y = layer.withHook({ _, output in stored = output.detached() }) { layer(first) }
        show(stored?.scalars == y.scalars, "within the scope, the output was stored")
        _ = layer(second)
        show(
            stored?.scalars == y.scalars, "it is still the first output, after another call",
            ask: "The scope is left and the layer is called with something else. Is the stored output still the first?")
        show(layer.hookCount, "hooks left")
    }
}

// And if something goes wrong inside? `PictureIsMissing` is an error of ours:

struct PictureIsMissing: Error {}

extension WhereItLooks {
    func removedEvenAfterAnError() {
        var random = run.random
        let layer = ObservedLayer(Linear(4, 3, using: &random))
        do {
            try layer.withHook({ _, _ in }) {
                show(layer.hookCount, "hooks inside the scope")
                throw PictureIsMissing()
            }
        } catch {
            show(
                layer.hookCount, "hooks after the error",
                ask: "The block ended with an error. How many hooks are left at the layer?")
        }
    }

    func theLeakEnds() {
        // Does that close the leak? Back to the cell of the last page. It runs thirty times as it was, and thirty times
        // with a scope:
        var random = run.random
        let (forgetful, careful) = (
            ObservedLayer(Linear(100, 50, using: &random)), ObservedLayer(Linear(100, 50, using: &random))
        )
        let x = Tensor.randn(64, 100, using: &random)
        let forgotten = runsOfCell(30, at: forgetful) { store in
            _ = forgetful.addHook(store.keep)
            _ = noGrad { forgetful(x) }
        }
        let scoped = runsOfCell(30, at: careful) { store in
            careful.withHook(store.keep) { _ = noGrad { careful(x) } }
        }
        show(
            Chart("A leak, and its end", x: "runs of the cell", y: "kilobytes that stay in memory") {
                Line(Array(1...30), forgotten.map { Double($0.bytes) / 1000 }, "the hook is forgotten")
                Line(Array(1...30), scoped.map { Double($0.bytes) / 1000 }, "the hook has a scope")
            }, "What two cells leave behind")
        show(
            scoped.last!.stores, "outputs in memory after thirty runs with a scope",
            ask: "The cell with a scope has run thirty times. How many of its thirty outputs are still in memory?")
        show(scoped.map(\.hooks).max()!, "the most hooks that were left after a run with a scope")
    }

    func theEnginesHooks() {
        // In the engine every layer is observed: a layer is called through `callAsFunction`, which calls `forward` and
        // then the hooks (`Hook.swift`). `onForward` attaches one and returns it, `remove()` removes it, and `during`
        // is the scope. Ours and the engine's, on the same layer:
        var random = run.random
        let linear = Linear(4, 3, using: &random)
        let observed = ObservedLayer(linear)
        let x = Tensor.randn(5, 4, using: &random)
        var (ours, engines): (Tensor?, Tensor?) = (nil, nil)
        observed.withHook({ _, output in ours = output.detached() }) {
            linear.onForward { _, output in engines = output.detached() }.during { _ = observed(x) }
        }
        show(ours?.scalars == engines?.scalars, "both hooks saw the same numbers")

        // The engine's hooks can be attached to a layer deep inside a net without wrapping it, and a layer may have
        // several. They can also change what passes through (`changingForward`), which ours cannot. From here on we use
        // the engine's.
        var calls = 0
        let forgotten = linear.onForward { _, _ in calls += 1 }
        for _ in 0..<3 { _ = linear(x) }
        forgotten.remove()
        _ = linear(x)
        show(calls, "calls of an engine's hook that was removed after three calls of its layer")
        show(linear.numberOfHooks, "hooks left at the layer")
    }
}
