// Recurrent layers, written by hand in this chapter, by the engine, and by PyTorch: the same outputs and gradients.
//
// PyTorch's numbers come from nn.RNN and nn.LSTM (two layers of 2 numbers) in double, whose parameters have a simple
// pattern: number k of parameter p is ((k + p) · 7 mod 11 - 5) / 10.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing

/// Numbers from -0.5 to 0.5 that PyTorch was given, too.
private func pattern(_ shape: Int..., offset: Int) -> Tensor { pattern(shape, offset: offset) }
private func pattern(_ shape: [Int], offset: Int) -> Tensor {
    Tensor(shape: shape, (0..<shape.reduce(1, *)).map { Float(($0 + offset) * 7 % 11 - 5) / 10 })
}

/// PyTorch's outputs and gradients, by its names of the parameters.
private enum FromPyTorch {
    static let rnn: [String: [Float]] = [
        "y": [0.136613, -0.363095, 0.028569, -0.086390, 0.191028, -0.295772],
        "dx": [-0.085914, 0.055118, 0.037617, -0.016893, -0.003901, -0.029787],
        "dh": [0.055118, -0.025472, 0.057502, -0.268240],
        "weight_ih_l0": [0.098075, -0.029247, 0.026024, 0.033038],
        "weight_hh_l0": [0.035304, -0.042892, -0.022149, -0.068871],
        "bias_ih_l0": [0.116245, -0.029623],
        "bias_hh_l0": [0.116245, -0.029623],
        "weight_ih_l1": [0.023256, 0.110671, 0.010453, 0.157623],
        "weight_hh_l1": [-0.086958, -0.046795, 0.219689, 0.100451],
        "bias_ih_l1": [0.178123, 0.334177],
        "bias_hh_l1": [0.178123, 0.334177],
    ]

    static let lstm: [String: [Float]] = [
        "y": [-0.168697, -0.161607, -0.192785, -0.158895, -0.210817, -0.148578],
        "c": [0.360858, -0.431033, -0.513183, -0.251319],
        "dx": [-0.024715, 0.045663, -0.009654, 0.081936, 0.001379, 0.121745],
        "dh": [0.045663, -0.011896, 0.042571, -0.035503],
        "dc": [0.039733, -0.059288, -0.003826, 0.106619],
        "weight_ih_l0": [
            -0.000756, 0.002064, -0.000903, 0.001237, -0.003726, -0.005288, -0.006962, -0.012562, 0.009406,
            -0.004160, 0.010764, 0.024870, -0.002920, 0.001858, -0.002879, 0.000800,
        ],
        "weight_hh_l0": [
            0.003329, -0.004970, 0.006739, -0.009912, 0.000557, -0.001412, 0.003793, -0.006583, 0.020447,
            -0.027792, -0.039028, 0.058018, 0.001457, -0.002653, 0.001076, -0.002084,
        ],
        "bias_ih_l0": [0.032210, 0.061541, 0.006410, 0.033672, 0.159348, -0.337223, 0.019282, 0.014949],
        "bias_hh_l0": [0.032210, 0.061541, 0.006410, 0.033672, 0.159348, -0.337223, 0.019282, 0.014949],
        "weight_ih_l1": [
            -0.014972, 0.021266, 0.000653, -0.000101, -0.012651, 0.018036, 0.000931, -0.000056, 0.056176,
            -0.079847, -0.005789, 0.003594, -0.007687, 0.009907, 0.001263, 0.000692,
        ],
        "weight_hh_l1": [
            0.018105, 0.015275, -0.007867, -0.002297, 0.014955, 0.012765, -0.011999, -0.003452, -0.067526,
            -0.057199, 0.046286, 0.015066, 0.018671, 0.009808, -0.022967, -0.006193,
        ],
        "bias_ih_l1": [-0.093933, -0.008168, -0.080004, -0.012994, 0.353153, 0.031814, -0.032108, -0.029199],
        "bias_hh_l1": [-0.093933, -0.008168, -0.080004, -0.012994, 0.353153, 0.031814, -0.032108, -0.029199],
    ]

    static let gru: [String: [Float]] = [
        "y": [0.238472, -0.290901, 0.471785, -0.403411, 0.411393, -0.339327],
        "dx": [0.002026, -0.060739, -0.050447, 0.103246, -0.085602, 0.060427],
        "dh": [-0.047557, 0.191442],
        "weight_ih_l0": [
            -0.000885, -0.002526, -0.010078, 0.003676, 0.007799, -0.014142, 0.013911, -0.005630, -0.039352,
            -0.035450, 0.083963, -0.032227,
        ],
        "weight_hh_l0": [
            0.004849, -0.004376, 0.000404, -0.001053, -0.001443, 0.003455, -0.000991, 0.001950, 0.075513,
            -0.071191, -0.004756, 0.008785,
        ],
        "bias_ih_l0": [0.011525, -0.000359, -0.015595, -0.001438, 0.316139, -0.002576],
        "bias_hh_l0": [0.011525, -0.000359, -0.015595, -0.001438, 0.196023, -0.008997],
    ]
}

private func expectGolden(
    _ found: [(String, Tensor)], _ golden: [String: [Float]], sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(Set(found.map(\.0)) == Set(golden.keys), sourceLocation: sourceLocation)
    for (name, tensor) in found {
        expectClose(
            tensor.detached(), Tensor(shape: tensor.shape, golden[name]!), absolute: 2e-6, relative: 1e-4, name,
            sourceLocation: sourceLocation)
    }
}

@Suite struct `12 Recurrent layers and PyTorch's` {
    private let x = pattern(1, 3, 2, offset: 3), g = pattern(1, 3, 2, offset: 2)

    private func fill(_ parameters: [Parameter]) {
        for (number, parameter) in parameters.enumerated() {
            parameter.assign(pattern(parameter.shape, offset: number))
        }
    }

    @Test func `a stacked RNN by hand, and the engine's`() {
        var random = SplitMix64(seed: 5)
        let (ours, theirs) = (StackedRNN(2, 2, layers: 2, using: &random), RNN(2, 2, layers: 2, using: &random))
        let names = theirs.torchParameters.map(\.name)
        for (net, parameters) in [(0, ours.inEngineOrder), (1, theirs.parameters)] {
            fill(parameters)
            let (x, h) = (x.requiringGrad(), pattern(2, 1, 2, offset: 1).requiringGrad())
            let y = net == 0 ? ours(x, h).output : theirs(x, h).output
            (y * g).sum().backward()
            expectGolden(
                [("y", y), ("dx", x.grad!), ("dh", h.grad!)] + zip(names, parameters.map { $0.grad! }),
                FromPyTorch.rnn)
        }
    }

    @Test func `a stacked LSTM by hand, and the engine's`() {
        var random = SplitMix64(seed: 6)
        let (ours, theirs) = (StackedLSTM(2, 2, layers: 2, using: &random), LSTM(2, 2, layers: 2, using: &random))
        let names = theirs.torchParameters.map(\.name)
        fill(theirs.parameters)
        for (ours, theirs) in zip(ours.inEngineOrder, theirs.parameters) { ours.assign(lastGatesSwapped(theirs.value)) }
        for isOurs in [true, false] {
            let (x, h) = (x.requiringGrad(), pattern(2, 1, 2, offset: 1).requiringGrad())
            let c = pattern(2, 1, 2, offset: 5).requiringGrad()
            let start = LSTMState(hidden: h, cell: c)
            let (y, end) = isOurs ? ours(x, start) : theirs(x, start)
            ((y * g).sum() + (end.cell * pattern(2, 1, 2, offset: 4)).sum()).backward()
            let gradients =
                isOurs
                ? ours.inEngineOrder.map { lastGatesSwapped($0.grad!) } : theirs.parameters.map { $0.grad! }
            expectGolden(
                [("y", y), ("c", end.cell), ("dx", x.grad!), ("dh", h.grad!), ("dc", c.grad!)] + zip(names, gradients),
                FromPyTorch.lstm)
        }
    }

    @Test func `the engine's GRU, which exercise 12.17 equals`() {
        var random = SplitMix64(seed: 7)
        let gru = GRU(2, 2, using: &random)
        fill(gru.parameters)
        let (x, h) = (x.requiringGrad(), pattern(1, 1, 2, offset: 1).requiringGrad())
        let y = gru(x, h).output
        (y * g).sum().backward()
        expectGolden(
            [("y", y), ("dx", x.grad!), ("dh", h.grad!)] + gru.torchParameters.map { ($0.name, $0.parameter.grad!) },
            FromPyTorch.gru)
    }
}
