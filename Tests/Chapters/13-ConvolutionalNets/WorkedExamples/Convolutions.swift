// Our convolutions, compared with PyTorch (2.13, in float64) and with the engine: sections 13.3 to 13.5.

import Chapter13
import Tensors
import TestSupport
import Testing

/// Images, weight and the gradient of the result, as they were given to PyTorch.
private struct Case {
    let x, w, dy: Tensor

    init(_ x: [Int], _ w: [Int], _ y: [Int]) {
        func numbers(_ shape: [Int], _ number: (Int) -> Float) -> Tensor {
            Tensor(shape: shape, (0..<shape.reduce(1, *)).map(number))
        }
        self.x = numbers(x) { Float($0 * 7 % 11 - 5) / 4 }.requiringGrad()
        self.w = numbers(w) { Float($0 * 5 % 13 - 6) / 8 }.requiringGrad()
        dy = numbers(y) { Float($0 * 3 % 5 - 2) }
    }
}

private let withoutPadding: (y: [Float], dx: [Float], dw: [Float]) = (
    y: [
        1.65625, 1.3125, 1.3125, -0.40625, -0.53125, -0.96875, -0.90625, 0.375, 1.3125, -0.40625, -0.40625, -0.40625,
        -0.96875, 0.3125, 0.375, -1.09375,
    ],
    dx: [
        1.5, 0.0, -1.875, 1.75, 1.5, -1.5, -4.375, 3.125, 0.5, -0.5, -1.5, 1.875, -1.25, -1.125, 2.375, -1.25, 0.5,
        -0.375, 1.25, 1.0, 1.0, -0.75, -2.625, 1.5,
    ],
    dw: [4.75, -1.75, 2.75, -2.0, 2.5, -1.25, -3.5, 2.25, -0.25, 3.0, 0.5, -2.0]
)

private let strided: (y: [Float], dx: [Float], dw: [Float], db: [Float]) = (
    y: [0.5, -2.09375, 1.5625, -1.1875, 0.28125, -1.125, 0.5625, -0.09375],
    dx: [
        -0.25, -0.75, 0.125, -0.875, -0.625, -0.125, -0.125, -0.5, 0.25, -0.125, -0.25, 0.5, 1.5, 0.25, -2.25, 0.875,
        -0.5, 1.5, 1.5, 0.25, -2.25, -0.125, 0.5, -0.375,
    ],
    dw: [
        0.5, -2.75, -0.25, 0.5, -1.0, -1.0, -0.25, -6.5, -0.25, -1.5, 1.75, 0.75, -2.5, 1.75, 2.0, -3.25, 1.75, 2.75,
        -0.25, 2.0, 0.25, -1.0, 3.0, 0.0, -0.25, 3.5, -0.25, 0.75, -0.75, -0.75, 2.0, -3.25, -1.0, 2.75, -2.75, -1.25,
    ],
    db: [0, -2]
)

@Suite struct `13.3 Convolutions` {
    /// Without a bias; PyTorch's had the biases 0.5 and −0.5.
    @Test(arguments: ["loops", "product", "engine", "convolve"])
    func `each way is PyTorch's conv2d, forward and back`(_ way: String) {
        let given = Case([2, 1, 3, 4], [2, 1, 2, 3], [2, 2, 2, 2])
        let y =
            switch way {
            case "loops": LoopConvolution()(given.x, given.w)
            case "product": conv2dByProduct(given.x, given.w)
            case "engine": given.x.conv2d(given.w)
            default: convolve(given.x, given.w)
            }
        #expect(y.shape == [2, 2, 2, 2])
        y.backward(gradient: given.dy)
        let biases = Tensor([0.5, -0.5]).reshaped(2, 1, 1)
        expectClose(Tensor((y.detached() + biases).scalars), Tensor(withoutPadding.y))
        expectClose(Tensor(given.x.grad!.scalars), Tensor(withoutPadding.dx))
        expectClose(Tensor(given.w.grad!.scalars), Tensor(withoutPadding.dw))
    }

    @Test func `the columns of windows have channels, then taps`() {
        let x = Tensor.arange(18).reshaped(1, 2, 3, 3)
        let columns = windowColumns(x, kernelHeight: 2, kernelWidth: 2)
        #expect(columns.shape == [1, 8, 4])
        #expect(columns[0, 0..., 0].scalars == [0, 1, 3, 4, 9, 10, 12, 13])
        #expect(columns[0, 1].scalars == [1, 2, 4, 5])
    }

    @Test func `four kernels through 64 images are [64, 4, 26, 26]`() {
        let weight = Tensor.stack([leftEdge, topEdge, diagonalEdge1, diagonalEdge2])
        #expect(weight.shape == [4, 3, 3] && weight.unsqueezed(1).shape == [4, 1, 3, 3])
        #expect(Tensor.zeros(64, 1, 28, 28).conv2d(weight.unsqueezed(1)).shape == [64, 4, 26, 26])
        #expect(diagonalEdge1.scalars == [0, -1, 1, -1, 1, 0, 1, 0, 0])
        #expect(diagonalEdge2.scalars == [1, -1, 0, 0, 1, -1, 0, 0, 1])
    }

    @Test(.serialized, arguments: mistakes.indices)
    func `says what does not fit`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        for word in mistakes[number].words { #expect(message(of: result).contains(word)) }
    }
}

private let mistakes: [(words: [String], make: @Sendable () -> Void)] = [
    (["[1, 28, 28]", "four axes"], { _ = conv2dByLoops(.zeros(1, 28, 28), .ones(1, 1, 3, 3)) }),
    (["3 channels meet 1", "[kernels, 3,"], { _ = conv2dByProduct(.zeros(1, 3, 5, 5), .ones(2, 1, 3, 3)) }),
    (["does not fit"], { _ = convolve(.zeros(1, 1, 2, 5), .ones(1, 1, 3, 3)) }),
    (["at least 1"], { _ = convolutionSize(5, kernel: 3, stride: 0) }),
]

@Suite struct `13.4 The whole convolution` {
    @Test(arguments: [true, false])
    func `is PyTorch's with bias, stride and padding`(_ isOurs: Bool) {
        let given = Case([1, 2, 4, 3], [2, 2, 3, 3], [1, 2, 2, 2])
        let bias = Tensor([0.5, -0.5]).requiringGrad()
        let y =
            isOurs
            ? convolve(given.x, given.w, bias: bias, stride: 2, padding: 1)
            : given.x.conv2d(given.w, bias: bias, stride: 2, padding: 1)
        #expect(y.shape == [1, 2, 2, 2])
        y.backward(gradient: given.dy)
        expectClose(Tensor(y.detached().scalars), Tensor(strided.y))
        expectClose(Tensor(given.x.grad!.scalars), Tensor(strided.dx))
        expectClose(Tensor(given.w.grad!.scalars), Tensor(strided.dw))
        expectClose(bias.grad!, Tensor(strided.db))
    }

    @Test func `takes a batch without images`() {
        #expect(convolve(.zeros(0, 2, 5, 5), .ones(3, 2, 3, 3), stride: 2, padding: 1).shape == [0, 3, 3, 3])
        #expect(conv2dByProduct(.zeros(0, 2, 5, 5), .ones(3, 2, 3, 3)).shape == [0, 3, 3, 3])
    }
}

@Suite struct `13.5 Equations` {
    let pixels = [["A", "B", "C"], ["D", "E", "F"], ["G", "H", "J"]]
    let kernel = [["α", "β"], ["γ", "δ"]]

    @Test func `the four equations`() {
        #expect(
            convolutionEquations(pixels: pixels, kernel: kernel, results: ["P", "Q", "R", "S"]) == [
                "P = αA + βB + γD + δE + b", "Q = αB + βC + γE + δF + b", "R = αD + βE + γG + δH + b",
                "S = αE + βF + γH + δJ + b",
            ])
    }

    @Test func `the matrix in letters`() {
        #expect(
            symbolicMatrix(kernel: kernel, height: 3, width: 3).map { $0.joined(separator: " ") } == [
                "α β 0 γ δ 0 0 0 0", "0 α β 0 γ δ 0 0 0", "0 0 0 α β 0 γ δ 0", "0 0 0 0 α β 0 γ δ",
            ])
    }

    @Test func `the matrix in numbers has the letters' places`() {
        let letters: [String: Float] = ["0": 0, "α": 2, "β": 3, "γ": 5, "δ": 7]
        for (height, width) in [(3, 3), (2, 2), (4, 3), (2, 5)] {
            let symbols = symbolicMatrix(kernel: kernel, height: height, width: width)
            let matrix = convolutionMatrix(Tensor([[2, 3], [5, 7]]), height: height, width: width)
            #expect(matrix.scalars == symbols.joined().map { letters[$0]! })
        }
    }

    @Test func `a kernel of 3 × 3 on 28 × 28 pixels: 529,984 numbers, 6,084 of them weights`() {
        let matrix = convolutionMatrix(.ones(3, 3), height: 28, width: 28)
        #expect(matrix.shape == [676, 784] && matrix.count == 529_984 && matrix.sum().item == 6084)
    }
}
