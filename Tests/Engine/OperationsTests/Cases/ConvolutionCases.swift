import Tensors

/// The settings of a convolution.
private struct Settings: Sendable {
    var image = [2, 2, 4, 5]
    var filters = 2
    var kernel = Size2D(3, 3)
    var stride: Size2D = 1
    var padding: Size2D = 0
    var outputPadding: Size2D = 0
    var dilation: Size2D = 1
    var groups = 1
    var bias = true

    var name: String {
        "\(image) \(filters) filters \(kernel), stride \(stride), padding \(padding)+\(outputPadding), "
            + "dilation \(dilation), groups \(groups)\(bias ? ", bias" : "")"
    }
}

extension OperationCase {
    static let convolutions: [OperationCase] =
        [
            Settings(), Settings(bias: false), Settings(padding: 1), Settings(kernel: 1),
            Settings(stride: 2, padding: 1),
            Settings(kernel: 2, stride: 3), Settings(kernel: 1, stride: 2), Settings(kernel: [3, 2], padding: [2, 0]),
            Settings(image: [1, 1, 5, 4], kernel: [5, 4], stride: [2, 1], padding: 2),
            Settings(image: [1, 2, 5, 6], dilation: 2, bias: false),
            Settings(stride: 2, padding: [1, 2], dilation: [2, 3]), Settings(stride: 3, padding: 1, dilation: 2),
            Settings(image: [1, 4, 4, 4], filters: 6, padding: 1, groups: 2),
            Settings(image: [2, 3, 4, 4], filters: 6, kernel: 2, stride: 2, groups: 3, bias: false),
            Settings(image: [1, 1, 1, 1], filters: 1, kernel: 1), Settings(image: [3, 1, 1, 4], kernel: [1, 3]),

        ].flatMap { [conv2d($0), convTranspose2d($0)] } + [
            conv2d(Settings(image: [1, 2, 3, 3], padding: 3, bias: false)), conv2d(Settings(kernel: 1, padding: 2)),
            convTranspose2d(Settings(kernel: 3, stride: 2, padding: 1, outputPadding: 1)),
            convTranspose2d(Settings(kernel: 2, stride: [3, 2], outputPadding: [2, 1])),
            convTranspose2d(Settings(image: [1, 4, 2, 3], filters: 6, stride: 2, dilation: 2, groups: 2)),
            conv1d(stride: 1, padding: 0, dilation: 1, groups: 1),
            conv1d(stride: 2, padding: 1, dilation: 2, groups: 2),
        ]

    private static func conv2d(_ s: Settings) -> OperationCase {
        let weight = [s.filters, s.image[1] / s.groups, s.kernel.height, s.kernel.width]
        return OperationCase("conv2d \(s.name)", operands(s, weight)) {
            $0[0].conv2d(
                $0[1], bias: s.bias ? $0[2] : nil, stride: s.stride, padding: s.padding, dilation: s.dilation,
                groups: s.groups)
        } reference: {
            .conv2d($0[0], $0[1], s.bias ? $0[2] : nil, s)
        }
    }

    private static func convTranspose2d(_ s: Settings) -> OperationCase {
        let weight = [s.image[1], s.filters / s.groups, s.kernel.height, s.kernel.width]
        return OperationCase("convTranspose2d \(s.name)", operands(s, weight)) {
            $0[0].convTranspose2d(
                $0[1], bias: s.bias ? $0[2] : nil, stride: s.stride, padding: s.padding,
                outputPadding: s.outputPadding, dilation: s.dilation, groups: s.groups)
        } reference: {
            .convTranspose2d($0[0], $0[1], s.bias ? $0[2] : nil, s)
        }
    }

    private static func operands(_ s: Settings, _ weight: [Int]) -> [Operand] {
        [Operand(shape: s.image), Operand(shape: weight)] + (s.bias ? [Operand(shape: [s.filters])] : [])
    }

    private static func conv1d(stride: Int, padding: Int, dilation: Int, groups: Int) -> OperationCase {
        let s = Settings(
            image: [2, 4, 1, 9], filters: 2, kernel: [1, 3], stride: [1, stride], padding: [0, padding],
            dilation: [1, dilation], groups: groups)
        let operands = [Operand(shape: [2, 4, 9]), Operand(shape: [2, 4 / groups, 3]), Operand(shape: [2])]
        return OperationCase("conv1d stride \(stride), padding \(padding)", operands) {
            $0[0].conv1d($0[1], bias: $0[2], stride: stride, padding: padding, dilation: dilation, groups: groups)
        } reference: {
            let y = PlainArray.conv2d($0[0].reshaped([2, 4, 1, 9]), $0[1].reshaped([2, 4 / groups, 1, 3]), $0[2], s)
            return y.reshaped([y.shape[0], y.shape[1], y.shape[3]])
        }
    }
}

extension PlainArray {
    /// Every output pixel looks for the input under each tap; there is none outside the image.
    fileprivate static func conv2d(_ x: PlainArray, _ w: PlainArray, _ bias: PlainArray?, _ s: Settings) -> PlainArray {
        let (height, width) = (
            (x.shape[2] + 2 * s.padding.height - s.dilation.height * (s.kernel.height - 1) - 1) / s.stride.height + 1,
            (x.shape[3] + 2 * s.padding.width - s.dilation.width * (s.kernel.width - 1) - 1) / s.stride.width + 1
        )
        let share = w.shape[1]
        return PlainArray([x.shape[0], w.shape[0], height, width]) { at in
            var sum = bias?[[at[1]]] ?? 0
            let group = at[1] / (w.shape[0] / s.groups)
            for c in 0..<share {
                for i in 0..<s.kernel.height {
                    for j in 0..<s.kernel.width {
                        let row = at[2] * s.stride.height + i * s.dilation.height - s.padding.height
                        let column = at[3] * s.stride.width + j * s.dilation.width - s.padding.width
                        guard row >= 0, row < x.shape[2], column >= 0, column < x.shape[3] else { continue }
                        sum += x[[at[0], group * share + c, row, column]] * w[[at[1], c, i, j]]
                    }
                }
            }
            return sum
        }
    }

    /// Every input pixel lays its kernel over the output.
    fileprivate static func convTranspose2d(
        _ x: PlainArray, _ w: PlainArray, _ bias: PlainArray?, _ s: Settings
    ) -> PlainArray {
        let height =
            (x.shape[2] - 1) * s.stride.height - 2 * s.padding.height + s.dilation.height * (s.kernel.height - 1)
            + s.outputPadding.height + 1
        let width =
            (x.shape[3] - 1) * s.stride.width - 2 * s.padding.width + s.dilation.width * (s.kernel.width - 1)
            + s.outputPadding.width + 1
        let share = w.shape[1]
        var y = PlainArray([x.shape[0], share * s.groups, height, width]) { bias?[[$0[1]]] ?? 0 }
        _ = PlainArray([x.shape[0], x.shape[1], x.shape[2] * x.shape[3], share * s.kernel.height * s.kernel.width]) {
            let (row, column) = ($0[2] / x.shape[3], $0[2] % x.shape[3])
            let (f, i, j) = (
                $0[3] / s.kernel.width / s.kernel.height, $0[3] / s.kernel.width % s.kernel.height,
                $0[3] % s.kernel.width
            )
            let group = $0[1] / (x.shape[1] / s.groups)
            let r = row * s.stride.height + i * s.dilation.height - s.padding.height
            let c = column * s.stride.width + j * s.dilation.width - s.padding.width
            guard r >= 0, r < height, c >= 0, c < width else { return 0 }
            let place = (($0[0] * share * s.groups + group * share + f) * height + r) * width + c
            y.values[place] += x[[$0[0], $0[1], row, column]] * w[[$0[1], f, i, j]]
            return 0
        }
        return y
    }
}
