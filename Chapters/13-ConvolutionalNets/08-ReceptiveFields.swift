// # What a number has seen
//
// Section 13.8 · After this page you can say how large a part of the image stands behind a number of any layer.

import Figures
import Layers
import Notebook
import Tensors

// The *receptive field* of a number in a net is the area of the image that takes part in computing it. After one
// convolution with a 3 × 3 kernel that is 3 × 3 pixels. After two it is more, since each of the 3 × 3 numbers under the
// second kernel has seen 3 × 3 pixels itself. Not nine times as many, for they overlap. How many exactly?
//
// Rows and columns behave alike, so one axis will do. Number i of the output stands over the input from i · stride −
// padding on, and as far as the kernel reaches. For several neighbouring outputs, it is from where the first begins to
// where the last ends:

/// Where the outputs of a range have looked, along one axis of the layer's input. Numbers below 0, or beyond the end,
/// are padding.
public func precedents(
    of outputs: ClosedRange<Int>, kernel: Int = 3, stride: Int = 2, padding: Int = 1
) -> ClosedRange<Int> {
    require(
        kernel > 0 && stride > 0, "precedents with kernel \(kernel) and stride \(stride)", "both are at least 1",
        try: "kernel: 3, stride: 1")
    let first = outputs.lowerBound * stride - padding
    let last = outputs.upperBound * stride - padding + kernel - 1
    return first...last
}

extension ConvolutionalNets {
    func fieldsOfLayers() {
        // Take the number in the middle of simpleCNN's second map, row 3 of 7. It has looked at these rows of the first
        // map:
        let ofFirst = precedents(of: 3...3)
        show(
            "\(ofFirst)", "rows of the first map",
            predict: .numbers("Output 3, stride 2, padding 1, kernel 3: first and last row?", [5, 7]))

        // Their three windows start 2 apart: row 5 has looked at the rows 9 to 11 of the image, row 6 at 11 to 13, row
        // 7 at 13 to 15. They overlap, so together they have fewer than 9:
        for row in ofFirst { show("\(precedents(of: row...row))", "row \(row) of the first map has looked at rows") }
        let ofImage = precedents(of: ofFirst)
        show("\(ofImage)", "rows of the image behind row 3 of the second map")
        record(
            "receptive-field/two-layers", ofImage.count, book: 7, on: sampleSource,
            ask: "Two 3 × 3 convolutions with stride 2. How many rows does a number of the second map see?")

        // brokenCNN has two convolutions as well, but with stride 1. There the windows start 1 apart:
        show(
            precedents(of: precedents(of: 14...14, stride: 1), stride: 1).count, "rows behind a score of brokenCNN",
            ask: "And for two 3 × 3 convolutions with stride 1?")
    }
}

// So there is a rule. A step to the next output is a step of several pixels in the image: the product of all strides so
// far. Call it the *jump*. Each layer adds kernel − 1 jumps to the field, and then multiplies the jump by its own
// stride:

/// The receptive fields, along one axis and in pixels, of the layers of a net, in order.
public func receptiveFields(_ layers: [(kernel: Int, stride: Int)]) -> [Int] {
    var (field, jump) = (1, 1)
    return layers.map { kernel, stride in
        field += (kernel - 1) * jump
        jump *= stride
        return field
    }
}

extension ConvolutionalNets {
    func fieldsByFormula() {
        let halving = receptiveFields(Array(repeating: (3, 2), count: 5))
        let wideFirst = receptiveFields([(5, 2)] + Array(repeating: (3, 2), count: 4))
        let unchanged = receptiveFields(Array(repeating: (3, 1), count: 5))
        show(
            halving, "five layers of 3 × 3 with stride 2",
            predict: .numbers("3 after the first layer, 7 after the second. Which are all five?", halving))
        show(wideFirst, "the same with a first kernel of 5 × 5, as in section 13.10")
        show(unchanged, "3 × 3 with stride 1")
        show(
            Chart(
                "Stride 2 doubles the view with each layer", x: "layer", y: "pixels along each side", yLimits: 0...66
            ) {
                Line(1...5, halving, "3 × 3, stride 2")
                Line(1...5, wideFirst, "first 5 × 5, then 3 × 3, stride 2", dashed: true)
                Line(1...5, unchanged, "3 × 3, stride 1")
                Rule(y: 28, "the whole image")
            }, "Receptive fields, layer by layer")

        // From the fourth layer on, a number of simpleCNN may have seen the whole image. With a stride of 1, that would
        // take 14 layers.
        let needed = (1...30).first { receptiveFields(Array(repeating: (3, 1), count: $0)).last! >= 28 }!
        show(needed, "layers with stride 1 for a field of 28 pixels", ask: "1 + 2 · layers ≥ 28. How many layers?")
    }
}
