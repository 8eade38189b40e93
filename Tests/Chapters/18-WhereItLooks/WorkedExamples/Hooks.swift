// Hooks on the way forward and back: section 18.1, and the exact examples of section 18.3.

import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Chapter18

@Suite struct `18.1 Hooks` {
    @Test func `several hooks are called in their order, and each is removed alone`() {
        let layer = ObservedLayer(ReLU())
        var calls: [String] = []
        let removals = ["a", "b", "c"].map { name in layer.addHook { _, _ in calls.append(name) } }
        _ = layer(Tensor(1))
        removals[1]()
        removals[1]()
        _ = layer(Tensor(1))
        #expect(calls == ["a", "b", "c", "a", "c"] && layer.hookCount == 2)
    }

    @Test func `a hook gets what went in and what came out`() {
        let layer = ObservedLayer(ReLU())
        var seen: [[Float]] = []
        _ = layer.withHook({ seen += [$0.scalars, $1.scalars] }) { layer(Tensor([-1, 2])) }
        #expect(seen == [[-1, 2], [0, 2]])
    }

    @Test func `a layer that is gone does not mind that its hook is removed`() {
        var layer: ObservedLayer? = ObservedLayer(ReLU())
        let remove = layer!.addHook { _, _ in }
        layer = nil
        remove()
        #expect(layer == nil)
    }

    /// A training that ends with an error, in its second batch.
    @Test func `activation statistics leave no hook, however the training ends`() {
        final class Breaking: Callback {
            var batches = 0
            func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
                if phase == .batch { batches += 1 }
                if batches == 2 { throw Broken() }
            }
        }
        struct Broken: Error {}
        var random = SplitMix64(seed: 181)
        let layer = Linear(2, 1, using: &random)
        weak var gone: ActivationStats?
        do {
            let stats = ActivationStats([layer])
            gone = stats
            let x = Tensor.randn(4, 2, using: &random)
            let loader = DataLoader(TensorDataset(x, x), batchSize: 2)
            let learner = Learner(
                DataLoaders(loader, loader), layer, loss: { y, _ in y.mean() }, callbacks: [stats, Breaking()])
            #expect(throws: Broken.self) { try learner.fit(1, learningRate: 0.1) }
            #expect(stats.entries[0].count == 1)
        }
        #expect(layer.numberOfHooks == 0 && gone == nil)
    }

    @Test func `a cell that forgets its hook keeps all outputs, a cell with a scope none`() {
        var random = SplitMix64(seed: 182)
        let layer = ObservedLayer(Linear(3, 5, using: &random))
        let x = Tensor.randn(2, 3, using: &random)
        let scoped = runsOfCell(4, at: layer) { store in layer.withHook(store.keep) { _ = layer(x) } }
        #expect(scoped.map(\.stores) == [0, 0, 0, 0] && scoped.map(\.hooks) == [0, 0, 0, 0])
        let forgotten = runsOfCell(3, at: layer) { store in
            _ = layer.addHook(store.keep)
            _ = layer(x)
        }
        #expect(forgotten.map(\.stores) == [1, 2, 3] && forgotten.map(\.bytes) == [40, 80, 120])
    }
}

@Suite struct `18.3 Where maps point` {
    @Test func `a map points at the middle of its brightest square`() {
        var maps = Tensor.zeros(3, 8, 8)
        maps[0, 0, 0] = Tensor(1)
        maps[1, 7, 2] = Tensor(1)
        #expect(
            peaks(of: maps, side: 64) == [
                Pixel(row: 4, column: 4), Pixel(row: 60, column: 20), Pixel(row: 4, column: 4),
            ])
        #expect(peaks(of: .ones(1, 1, 1), side: 64) == [Pixel(row: 32, column: 32)])
    }

    @Test func `maps agree with themselves at any scale, and disagree with their opposites`() {
        let map = Tensor([[1, 2], [0, 5]])
        #expect(abs(agreement(map, 3 * map + 7) - 1) < 1e-6)
        #expect(abs(agreement(map, -map) + 1) < 1e-6)
        #expect(agreement(map, .ones(2, 2)) == 0)
        #expect(abs(agreement(Tensor([[1, -1], [0, 0]]), Tensor([[0, 0], [1, -1]]))) < 1e-6)
    }
}
