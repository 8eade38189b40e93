// # What a hook keeps alive
//
// Section 18.1 · After this page you can say why outputs are stored detached, and what a forgotten hook costs.

import Figures
import Layers
import Notebook
import Tensors

// Why detached? A tensor with a history keeps alive all that it was computed from. To see this, `CountedHistory` is a
// layer that does nothing but leave an object in the history, a `Token`, and we count how many of these are alive:

/// Counts the tokens that are alive.
final class TokenCount { var alive = 0 }

/// Is alive as long as somebody holds it.
final class Token {
    private let count: TokenCount

    init(_ count: TokenCount) {
        self.count = count
        count.alive += 1
    }

    deinit { count.alive -= 1 }
}

/// y = x, with a token in the history of y.
final class CountedHistory: Module, Layer {
    private let count: TokenCount

    init(_ count: TokenCount) { self.count = count }

    func forward(_ x: Tensor) -> Tensor {
        let token = Token(count)
        return x.recorded("counted", x) { dy in withExtendedLifetime(token) { dy } }
    }
}

extension WhereItLooks {
    func whatAHistoryKeepsAlive() {
        // The same net runs a hundred times, and a hook keeps all its outputs. `historiesAlive` counts what is alive
        // then, when they are kept with their histories and without:
        var random = run.random
        let x = Tensor.randn(5, 4, using: &random)
        func historiesAlive(_ keep: @escaping (Tensor) -> Tensor) -> Int {
            let count = TokenCount()
            let layer = ObservedLayer(Sequential(Linear(4, 3, using: &random), CountedHistory(count)))
            var outputs: [Tensor] = []
            let remove = layer.addHook { _, output in outputs.append(keep(output)) }
            for _ in 0..<100 { _ = layer(x) }
            remove()
            return withExtendedLifetime(outputs) { count.alive }
        }
        show(historiesAlive { $0 }, "histories alive, when outputs are kept as they are")
        show(
            historiesAlive { $0.detached() }, "histories alive, when outputs are kept detached",
            ask: "A hundred outputs are kept, each of them detached. How many histories are still alive?")
    }
}

// The second trap is a hook that nobody removes. A notebook cell attaches one, calls the net and looks at the result;
// then the cell is run again, and again. `runsOfCell` runs such a cell, each time with a new `OutputStore`, and looks
// from outside at what is there afterwards (`AfterRun`). It holds the stores *weakly*, as a `WeakStore` each: it sees
// those that are still alive, and keeps none of them alive itself.

/// Holds a store without keeping it alive.
struct WeakStore { weak var store: OutputStore? }

/// What is there after a run of a cell.
struct AfterRun {
    /// Hooks at the layer, and stores that are alive.
    let hooks, stores: Int
    /// What these have stored.
    let bytes: Int
}

/// Runs a cell again and again. → what is there after each run
func runsOfCell(_ count: Int, at layer: ObservedLayer, _ cell: (OutputStore) -> Void) -> [AfterRun] {
    var seen: [WeakStore] = []
    func runOnce() {
        let store = OutputStore()
        seen.append(WeakStore(store: store))
        cell(store)
    }
    return (0..<count).map { _ in
        runOnce()
        let stored = seen.compactMap(\.store).map { $0.stored?.count ?? 0 }
        return AfterRun(hooks: layer.hookCount, stores: stored.count, bytes: 4 * stored.reduce(0, +))
    }
}

extension WhereItLooks {
    func forgottenHooks() {
        var random = run.random
        let layer = ObservedLayer(Linear(100, 50, using: &random))
        let x = Tensor.randn(64, 100, using: &random)
        let runs = runsOfCell(5, at: layer) { store in
            _ = layer.addHook(store.keep)
            _ = noGrad { layer(x) }
        }
        var table = TextTable(["run of the cell", "hooks at the layer", "outputs in memory", "bytes"])
        for (number, after) in runs.enumerated() { table.add(number + 1, after.hooks, after.stores, after.bytes) }
        show(
            table, "A cell that forgets its hook",
            predict: .count(
                "Each run of the cell attaches a hook that stores the layer's output, and calls the layer once. How "
                    + "many outputs are in memory after five runs?", runs.last!.stores))

        // The layer calls all of its hooks, so it gets slower with every run. And it holds them, and they hold what
        // they have stored; so none of that can be freed. In a net that trains for hours this is a *memory leak*. A
        // hook has to be removed, then, and it should not be up to us to remember that.
    }
}
