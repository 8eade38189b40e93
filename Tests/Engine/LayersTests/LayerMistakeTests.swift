// Mistakes in the code around layers, and what the engine says about them.

import Layers
import Tensors
import TestSupport
import Testing

private let mistakes = [
    Mistake("linear [2, 4], weight [1, 3]", "input is 4", "try: an input [..., 3]") { _ = linear(3, 1)(.ones(2, 4)) },
    Mistake("linear [], weight [1, 3]") { _ = linear(3, 1)(Tensor(1)) },
    Mistake("linear [5, 2], weight [4, 3]") { _ = Sequential(linear(3, 2), ReLU(), linear(3, 4))(.ones(5, 3)) },
    Mistake("Conv2d of 3 and 4 channels", "2 groups") { _ = Conv2d(3, 4, kernel: 3, groups: 2, using: &dice) },
    Mistake("Conv2d with a kernel [0, 0]", "at least one tap") { _ = Conv2d(3, 4, kernel: 0, using: &dice) },
    Mistake("conv2d [1, 2, 4, 4]", "2 channels", "expects 3") { _ = filters(.ones(1, 2, 4, 4)) },
    Mistake("xavierUniform", "[3]", ".normal") { _ = Initialization.xavierUniform().draw([3], using: &dice) },
    Mistake("assign to [2]", "[3]") { Parameter(.zeros(2)).assign(.zeros(3)) },
    Mistake("update of a parameter [2]", "another tensor", "assign(…)") { learned().update { $0 = $0 + $1 } },
    Mistake("update of a parameter [2]", "another tensor") { learned().update { value, _ in value = .zeros(3) } },
    Mistake("grad of a frozen parameter [2]", "requiresGrad") { frozen().grad = .ones(2) },
    Mistake("layer 2 of a Sequential of 2", "-2 to 1") { _ = Sequential(linear(3, 2), ReLU())[2] },
    Mistake("Linear tied to [3]", "two axes") { _ = Linear(tiedTo: Parameter(.zeros(3)), using: &dice) },
    Mistake("a state [1, 4, 2]", "input [5, 2, 3]", "[1, 5, 2]") { _ = gru(3, 2)(.zeros(5, 2, 3), .zeros(1, 4, 2)) },
    Mistake("gru of [5, 2, 4]", "weights [6, 3]", "try: [6, 4]") { _ = gru(3, 2)(.zeros(5, 2, 4)) },
    Mistake("gru of [5, 3]", "rank 2, not 3", "[batch, steps") { _ = gru(3, 2)(.zeros(5, 3)) },
    Mistake("gru of [5, 0, 3]", "no step") { _ = gru(3, 2)(.zeros(5, 0, 3)) },
    Mistake("recurrent net of 0 layers") { _ = GRU(3, 2, layers: 0, using: &dice) },
    Mistake("Dropout(1.5)") { _ = GRU(3, 2, dropout: 1.5, using: &dice) },
    Mistake("BatchNorm2d of [2, 3]", "rank is 2", "[n, 3, height, width]") { _ = BatchNorm2d(3)(.ones(2, 3)) },
    Mistake("InstanceNorm of []", "InstanceNorm2d") { _ = InstanceNorm(3)(Tensor(1)) },
    Mistake("InstanceNorm2d(-1)", "fewer than 0") { _ = InstanceNorm2d(-1) },
    Mistake("BatchNorm1d of [3]", "rank is 1") { _ = BatchNorm1d(3)(.ones(3)) },
    Mistake("batchNorm of [2, 4]", "4 channels", "[3]", "[n, 3, ...]") { _ = BatchNorm1d(3)(.ones(2, 4)) },
    Mistake("batchNorm of [1, 3]", "no variance", "eval()") { _ = BatchNorm1d(3)(.ones(1, 3)) },
    Mistake("Embedding([3])", "[count, width]") { _ = Embedding(.ones(3)) },
    Mistake("Embedding of 3 rows", "padding 3", "-3 to 2") { _ = Embedding(3, 2, padding: 3, using: &dice) },
    Mistake("Embedding of 2 rows", "padding -3") { _ = Embedding(.ones(2, 2), padding: -3) },
    Mistake("GroupNorm(4, 6)", "6 channels", "4 groups") { _ = GroupNorm(4, 6) },
    Mistake("GroupNorm(0, 6)", "0 groups") { _ = GroupNorm(0, 6) },
    Mistake("GroupNorm of [2, 4, 3]", "6 channels", "[n, 6, ...]") { _ = GroupNorm(3, 6)(.ones(2, 4, 3)) },
    Mistake("GroupNorm of [6]", "[n, 6, ...]") { _ = GroupNorm(3, 6)(.ones(6)) },
    Mistake("InstanceNorm2d of [2, 3]", "rank is 2", "[n, 3, height, width]") { _ = InstanceNorm2d(3)(.ones(2, 3)) },
    Mistake("InstanceNorm1d of [2, 4, 5]", "3 channels", "length]") { _ = InstanceNorm1d(3)(.ones(2, 4, 5)) },
    Mistake("InstanceNorm2d of [2, 3, 1, 1]", "no variance") { _ = InstanceNorm2d(3)(.ones(2, 3, 1, 1)) },
    Mistake("Dropout2d(-0.5)", "probability") { _ = Dropout2d(-0.5, using: &dice) },
    Mistake("Dropout1d(2.0)", "probability") { _ = Dropout1d(2, using: &dice) },
    Mistake("Dropout2d of [2, 3]", "rank is 2", "width]") { _ = Dropout2d(0.5, using: &dice)(.ones(2, 3)) },
    Mistake("Dropout1d of [2, 3]", "length]") { _ = Dropout1d(0.5, using: &dice)(.ones(2, 3)) },
    Mistake("LockedDropout(1.5)", "probability") { _ = LockedDropout(1.5, using: &dice) },
    Mistake("LockedDropout of [3]", "no axis of steps") { _ = LockedDropout(0.5, using: &dice)(.ones(3)) },
    Mistake("EmbeddingDropout(2.0)") { _ = EmbeddingDropout(Embedding(.ones(2, 2)), 2, using: &dice) },
    Mistake("WeightDroppedLSTM(-1.0)") { _ = WeightDroppedLSTM(2, 2, weightDropout: -1, using: &dice) },
    Mistake("PReLU of 0 channels", "1 for all") { _ = PReLU(channels: 0) },
    Mistake("PReLU of [2, 4]", "3 slopes", "[n, 3, ...]") { _ = PReLU(channels: 3)(.ones(2, 4)) },
    Mistake("softmax", "axis 2") { _ = Softmax(axis: 2)(.ones(2, 4)) },
    Mistake("a state [2, 5, 2]", "[4, 5, 2]", "2 · layers") { _ = bothWays()(.zeros(5, 2, 3), .zeros(2, 5, 2)) },
]

@Suite(.serialized) struct `Mistakes around layers` {
    @Test(arguments: mistakes.indices)
    func `a mistake is explained in a few lines`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        mistakes[number].expectExplained(by: result)
    }
}

private func gru(_ inputs: Int, _ hidden: Int) -> GRU {
    var random = SplitMix64(seed: 1)
    return GRU(inputs, hidden, using: &random)
}

private func bothWays() -> GRU { GRU(3, 2, layers: 2, bidirectional: true, using: &dice) }

private func learned() -> Parameter {
    let parameter = Parameter(.zeros(2))
    parameter.grad = .ones(2)
    return parameter
}

private func frozen() -> Parameter {
    let parameter = Parameter(.zeros(2))
    parameter.requiresGrad = false
    return parameter
}

nonisolated(unsafe) private var dice = SplitMix64(seed: 1)
private var filters: Conv2d { Conv2d(3, 4, kernel: 3, using: &dice) }
