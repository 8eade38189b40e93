// The small examples of sections 13.6 to 13.8 with their numbers.

import Chapter13
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `13.6 Creating the CNN` {
    @Test func `a net of linear layers is listed with its shapes`() {
        var random = SplitMix64(seed: 136)
        #expect(
            listing(simpleNet(using: &random))
                == "0: Linear weight [30, 784], bias [30]\n1: ReLU\n2: Linear weight [1, 30], bias [1]")
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `our layer of kernels is the engine's, with its gradients`(_ seed: UInt64) {
        var (ours, engines) = (SplitMix64(seed: seed), SplitMix64(seed: seed))
        let byHand = KernelLayer(3, 5, kernel: 3, stride: 2, padding: 1, using: &ours)
        let layer = Conv2d(3, 5, kernel: 3, stride: 2, padding: 1, using: &engines)
        let x = Tensor.randn(2, 3, 9, 8, using: &ours)
        #expect(byHand(x).scalars == layer(x).scalars)
        byHand(x).squared().sum().backward()
        layer(x).squared().sum().backward()
        #expect(byHand.weight.grad!.scalars == layer.weight.grad!.scalars)
        #expect(byHand.bias.grad!.scalars == layer.bias!.grad!.scalars)
    }

    @Test func `the broken net makes an image of an image, of any size`() {
        var random = SplitMix64(seed: 137)
        let net = brokenCNN(using: &random)
        #expect(net(.zeros(64, 1, 28, 28)).shape == [64, 1, 28, 28])
        #expect(net(.zeros(2, 1, 40, 25)).shape == [2, 1, 40, 25])
    }

    @Test func `28 pixels are halved five times`() {
        #expect((1...8).map(halved) == [1, 1, 2, 2, 3, 3, 4, 4])
        #expect([28, 14, 7, 4, 2].map(halved) == [14, 7, 4, 2, 1])
    }

    @Test func `the table of the net has the book's numbers`() {
        var random = SplitMix64(seed: 138)
        let net = simpleCNN(using: &random)
        let rows = layerRows(net, for: .zeros(64, 1, 28, 28))
        let outputs = [
            [64, 4, 14, 14], [64, 4, 14, 14], [64, 8, 7, 7], [64, 8, 7, 7], [64, 16, 4, 4], [64, 16, 4, 4],
            [64, 32, 2, 2], [64, 32, 2, 2], [64, 2, 1, 1], [64, 2],
        ]
        #expect(rows.map(\.output) == outputs)
        #expect(rows.map(\.parameters) == [40, 0, 296, 0, 1168, 0, 4640, 0, 578, 0] && net.parameterCount == 6722)
        let engines = net.summary(of: .zeros(64, 1, 28, 28))
        #expect(engines.rows.map(\.output) == outputs && engines.rows.map(\.type) == rows.map(\.type))
        #expect(rows.allSatisfy { $0.isLearned })
        net.freeze()
        #expect(layerRows(net, for: .zeros(1, 1, 28, 28)).filter(\.isLearned).allSatisfy { $0.parameters == 0 })
    }

    @Test func `an even kernel is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 139)
            _ = halvingConv(1, 4, kernel: 4, using: &random)
        }
        #expect(message(of: result).contains("an even kernel has no middle"))
    }

    /// torch (2.13, float64): two convolutions with stride 2 and padding 1, a ReLU between them, y.backward(dy).
    @Test func `two layers are PyTorch's, forward and back`() {
        var random = SplitMix64(seed: 140)
        let net = Sequential(halvingConv(2, 3, using: &random), halvingConv(3, 2, hasReLU: false, using: &random))
        func ramp(_ shape: [Int], _ a: Int, _ m: Int, _ c: Int, _ d: Float) -> Tensor {
            Tensor(shape: shape, (0..<shape.reduce(1, *)).map { Float($0 * a % m - c) / d })
        }
        let values = [
            ramp([3, 2, 3, 3], 5, 13, 6, 8), Tensor([0.5, -0.25, 0.125]), ramp([2, 3, 3, 3], 3, 7, 3, 4),
            Tensor([0.25, -0.5]),
        ]
        for (parameter, value) in zip(net.parameters, values) { parameter.assign(value) }
        let x = ramp([1, 2, 5, 6], 7, 11, 5, 4).requiringGrad()
        let y = net(x)
        expectClose(
            y.detached(),
            Tensor([1.4453125, -0.671875, 2.078125, -1.390625, -0.8984375, 0.1796875, -2.171875, -0.5703125])
                .reshaped(1, 2, 2, 2))
        y.backward(gradient: ramp([1, 2, 2, 2], 3, 5, 2, 1))
        let rowOfX: [Float] = [-0.125, 1.6875, 0.25, -1.9375, 0, 0, -0.34375, 3.3125, -0.46875, -2.53125]
        expectClose(Tensor(Array(x.grad!.scalars.prefix(10))), Tensor(rowOfX))
        let rowOfW1: [Float] = [-0.375, 2.125, 0.4375, 0.125, 1.1875, -3.5625, 1.375, -0.5625, -1.25]
        expectClose(Tensor(Array(net.parameters[0].grad!.scalars.prefix(9))), Tensor(rowOfW1))
        expectClose(net.parameters[1].grad!, Tensor([-3.5, -0.75, -3.25]))
        let rowOfW2: [Float] = [2.75, 0.3125, -1.375, 1.4375, -3.96875, -2.875, 1.375, -0.78125, -2.75]
        expectClose(Tensor(Array(net.parameters[2].grad!.scalars.prefix(9))), Tensor(rowOfW2))
        expectClose(net.parameters[3].grad!, Tensor([0, -2]))
    }
}

@Suite struct `13.7 Convolution arithmetic` {
    @Test func `parameters by the formula`() {
        let widths = [1, 4, 8, 16, 32, 2]
        let counts = zip(widths, widths.dropFirst()).map { convolutionParameters(channels: $0, filters: $1) }
        #expect(counts == [40, 296, 1168, 4640, 578] && counts.reduce(0, +) == 6722)
        #expect(convolutionParameters(channels: 1, filters: 8, kernel: 5) == 208)
    }

    @Test func `grey images in a layer for colour ones end the program, with the message of the page`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 144)
            _ = Conv2d(3, 4, kernel: [5, 1], using: &random)(.zeros(64, 1, 28, 20))
        }
        let expected = """
            conv2d [64, 1, 28, 20], weight [4, 3, 5, 1]: the image has 1 channels, the weight expects 3
              try: an input [n, 3, h, w]
            """
        #expect(message(of: result).contains(expected))
    }

    @Test func `multiplications on the input grid are the book's, on the output grid those that are done`() {
        let widths = [1, 4, 8, 16, 32, 2], grids = [28, 14, 7, 4, 2, 1]
        let books = (0..<5).map { multiplicationCount(channels: widths[$0], filters: widths[$0 + 1], grid: grids[$0]) }
        #expect(books == [28224, 56448, 56448, 73728, 2304])
        #expect(workOfLayers([4, 8, 16, 32]) == [7056, 14112, 18432, 18432, 576])
    }

    @Test(arguments: [(1, 4, 3, 28, 2, 1), (4, 8, 3, 14, 2, 1), (2, 3, 5, 9, 1, 2), (3, 2, 4, 8, 3, 0)])
    func `loops that count are conv2d, and count what the formula says`(
        _ channels: Int, _ filters: Int, _ kernel: Int, _ size: Int, _ stride: Int, _ padding: Int
    ) {
        var random = SplitMix64(seed: 141)
        let image = Tensor.randn(channels, size, size, using: &random)
        let weight = Tensor.randn(filters, channels, kernel, kernel, using: &random)
        let (result, count) = countedConvolution(image, weight, stride: stride, padding: padding)
        let engines = image.unsqueezed(0).conv2d(weight, stride: Size2D(stride), padding: Size2D(padding))[0]
        expectClose(result, engines, absolute: 1e-4)
        #expect(
            count == multiplicationCount(channels: channels, filters: filters, kernel: kernel, grid: engines.shape[1]))
    }
}

@Suite struct `13.8 Receptive fields` {
    @Test func `five layers see 3, 7, 15, 31 and 63 pixels, and with a first kernel of 5 two more each`() {
        #expect(receptiveFields(Array(repeating: (3, 2), count: 5)) == [3, 7, 15, 31, 63])
        #expect(receptiveFields([(5, 2)] + Array(repeating: (3, 2), count: 4)) == [5, 9, 17, 33, 65])
        #expect(receptiveFields([]) == [])
    }

    @Test(arguments: [[1], [2], [2, 2], [1, 1], [1, 2], [2, 1, 2]])
    func `the formula, the nudges and the gradient agree`(_ strides: [Int]) {
        var random = SplitMix64(seed: 142)
        let net = plainConvolutions(strides: strides, using: &random)
        let image = Tensor.randn(33, 33, using: &random)
        let middle = strides.reduce(33) { ($0 - 1) / $1 + 1 } / 2
        let nudged = nudgedField(of: net, image: image) { $0[0..., 0, middle, middle] }
        let gradient = gradientField(of: net, image: image) { $0[0..., 0, middle, middle] }
        let side = receptiveFields(strides.map { (3, $0) }).last!
        #expect(heightAndWidth(nudged) == (side, side, side * side))
        #expect(Tensor(gradient .!= 0).scalars == nudged.scalars)
    }

    @Test func `the corner sees what is left of its field`() {
        var random = SplitMix64(seed: 143)
        let net = plainConvolutions(strides: [2, 2], using: &random)
        let field = nudgedField(of: net, image: .randn(28, 28, using: &random)) { $0[0..., 0, 0, 0] }
        #expect(heightAndWidth(field) == (4, 4, 16))
        #expect(heightAndWidth(.zeros(3, 3)) == (0, 0, 0))
    }
}

@Suite struct `13.6 to 13.9 What does not fit` {
    @Test func `the loops that count refuse what they cannot count`() async {
        let notSquare = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = countedConvolution(.zeros(1, 5, 7), .zeros(1, 1, 3, 3), stride: 1, padding: 0)
        }
        #expect(message(of: notSquare).contains("have to be square"))
        let channels = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = countedConvolution(.zeros(2, 5, 5), .zeros(1, 3, 3, 3), stride: 1, padding: 0)
        }
        #expect(message(of: channels).contains("do not agree in their channels"))
        // A kernel that does not fit has no place, and nothing is multiplied.
        let (result, count) = countedConvolution(.zeros(1, 2, 2), .zeros(1, 1, 3, 3), stride: 2, padding: 0)
        #expect(result.shape == [1, 0, 0] && count == 0)
    }

    @Test func `a filter needs a slice for each channel`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = oneFilter(.zeros(2, 5, 5), .zeros(3, 3, 3), bias: 0)
        }
        #expect(message(of: result).contains("a slice for each channel"))
    }

    @Test func `nothing can be nudged among huge numbers`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = nudgedField(of: Sequential(), image: .full(1e9, [4, 4])) { $0[0..., 0, 0, 0] }
        }
        #expect(message(of: result).contains("between −1000 and 1000"))
    }

    @Test func `a kernel below 1 is not called even`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 145)
            _ = halvingConv(1, 4, kernel: -3, using: &random)
        }
        #expect(message(of: result).contains("a kernel has at least one row"))
    }
}
