// Groups with their own settings, frozen parameters, and steps over many parameters at once.

import Layers
import Tensors
import TestSupport
import Testing
import Training

private let kinds: [@Sendable ([ParameterGroup]) -> GroupOptimizer] = [
    { SGD(groups: $0, learningRate: 0.1) }, { SGD(groups: $0, learningRate: 0.1, momentum: 0.9) },
    { RMSProp(groups: $0, learningRate: 0.1) }, { Adam(groups: $0, learningRate: 0.1) },
    { SGD(groups: $0, learningRate: 0.1, momentum: 0.9, dampening: 0.5) },
    { Adam(groups: $0, learningRate: 0.1, amsgrad: true) },
    { AdamW(groups: $0, learningRate: 0.1) }, { RAdam(groups: $0, learningRate: 0.1) },
    { LAMB(groups: $0, learningRate: 0.1) },
]

struct `Parameter groups` {
    private let a = Parameter(Tensor([1, 2])), b = Parameter(Tensor([3]))

    private func step(_ optimizer: any Optimizer) {
        (a.value.sum() + b.value.sum()).backward()
        optimizer.step()
        optimizer.zeroGrad()
    }

    @Test func `each group has its learning rate, as a share of the optimizer's or its own`() {
        let sgd = SGD(groups: [ParameterGroup([a], learningRateScale: 0.5), ParameterGroup([b])], learningRate: 1)
        step(sgd)
        #expect(a.value.scalars == [0.5, 1.5] && b.value.scalars == [2])
        sgd.learningRate = 2
        sgd.groups[1].learningRate = 0.25
        step(sgd)
        #expect(a.value.scalars == [-0.5, 0.5] && b.value.scalars == [1.75])
    }

    @Test func `a group's own learning rate is scaled, too`() {
        step(SGD(groups: [ParameterGroup([a], learningRateScale: 0.5, learningRate: 2)], learningRate: 100))
        #expect(a.value.scalars == [0, 1])
    }

    @Test func `momentum and weight decay of a group override the optimizer's`() {
        let groups = [ParameterGroup([a], momentum: 0, weightDecay: 0.5), ParameterGroup([b])]
        let sgd = SGD(groups: groups, learningRate: 1, momentum: 1)
        step(sgd)
        step(sgd)
        #expect(b.value.scalars == [0])  // 3 - 1 - 2
        #expect(a.value.scalars == [-1.25, -1])  // x - (1 + x/2), twice
    }

    @Test func `rates spread over groups rise by the same factor`() {
        let groups = ParameterGroup.spread([[a], [b], []], lowest: 0.01)
        expectClose(Tensor(groups.map(\.learningRateScale)), Tensor([0.01, 0.1, 1]))
        #expect(ParameterGroup.spread([[a]], lowest: 0.01)[0].learningRateScale == 1)
    }

    @Test(arguments: kinds.indices)
    func `a frozen group is skipped, and nothing is remembered for it`(_ kind: Int) {
        let group = ParameterGroup([a])
        let optimizer = kinds[kind]([group, ParameterGroup([b])])
        group.freeze()
        step(optimizer)
        #expect(a.value.scalars == [1, 2] && b.value.item != 3)
        #expect(optimizer.state.memories[0].tensors.isEmpty && optimizer.state.memories[0].steps == 0)
        group.unfreeze()
        step(optimizer)
        #expect(a.value.scalars != [1, 2] && optimizer.state.memories.map(\.steps) == [1, 2])
    }

    @Test(arguments: kinds.indices)
    func `a step of many parameters equals the steps of each alone, bit for bit`(_ kind: Int) {
        var random = SplitMix64(seed: 3)
        // More than one block, parameters that span blocks, empty ones, and a gradient that is a view.
        let shapes = [[40_000], [3], [], [0, 5], [200, 300], [17], [32_768], [1]]
        let values = shapes.map { Tensor.randn($0, using: &random) }
        let grads = shapes.map {
            $0 == [200, 300] ? Tensor.randn(300, 200, using: &random).T : .randn($0, using: &random)
        }
        func stepped(_ places: [Int]) -> [[Float]] {
            let parameters = places.map { Parameter(values[$0]) }
            let optimizer = kinds[kind]([ParameterGroup(parameters)])
            for _ in 0..<2 {
                for (parameter, place) in zip(parameters, places) { parameter.grad = grads[place] }
                optimizer.step()
            }
            return parameters.map(\.value.scalars)
        }
        #expect(stepped(Array(shapes.indices)) == shapes.indices.flatMap { stepped([$0]) })
    }

    @Test(arguments: kinds.indices)
    func `copies of a value and of what is remembered stay as they were`(_ kind: Int) {
        let optimizer = kinds[kind]([ParameterGroup([a])])
        step(optimizer)
        let (value, state) = (a.value.detached(), optimizer.state)
        let numbers = value.scalars, memories = state.memories[0].tensors.mapValues(\.scalars)
        step(optimizer)
        #expect(value.scalars == numbers && a.value.scalars != numbers)
        #expect(state.memories[0].tensors.mapValues(\.scalars) == memories)
    }

    @Test(arguments: kinds.indices)
    func `an optimizer with the state of another continues like that one`(_ kind: Int) {
        let c = Parameter(a.value.detached()), d = Parameter(b.value.detached())
        let first = kinds[kind]([ParameterGroup([a], learningRateScale: 0.5, momentum: 0.7), ParameterGroup([b])])
        first.weightDecay = 0.01
        step(first)
        let second = kinds[kind]([ParameterGroup([c]), ParameterGroup([d])])
        second.state = first.state
        c.assign(a.value.detached())
        d.assign(b.value.detached())
        step(first)
        (c.value.sum() + d.value.sum()).backward()
        second.step()
        #expect(c.value.scalars == a.value.scalars && d.value.scalars == b.value.scalars)
    }
}
