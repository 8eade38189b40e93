// # Nudge a pixel, and see who notices
//
// Section 13.8 · After this page you can measure a receptive field in two ways, without knowing how the net is built.

import Figures
import Layers
import Notebook
import Tensors

// A formula is soon written down and may be wrong. So measure, with `nudgedField`. Change one pixel, and look whether
// the cell changes. For 784 pixels that makes 784 images, each with another pixel changed, and one batch. The ReLUs are
// left out. One that is off hides what is behind it, and a cell can then depend on fewer pixels, never on more:

/// Convolutions with 3 × 3 kernels, padding 1 and these strides, without ReLUs: one channel, and random weights.
public func plainConvolutions(strides: [Int], using random: inout SplitMix64) -> Sequential {
    Sequential(strides.map { Conv2d(1, 1, kernel: 3, stride: Size2D($0), padding: 1, using: &random) })
}

/// Which pixels a number depends on, found by changing them one after the other: 1 or 0 [h, w].
/// - Parameter cell: picks the number from the output for a batch: [n, …] → [n].
public func nudgedField(
    of net: Sequential, image: Tensor, cell: (Tensor) -> Tensor
) -> Tensor {
    // A large number swallows a nudge of 1, and NaN hides everything.
    require(
        image.count > 0 && image.abs().max().item < 1000, "nudgedField of an image \(image.shape)",
        "its numbers are not all between −1000 and 1000", try: "an image from 0 to 1")
    return noGrad {
        let pixels = image.count
        // The last row is no nudge, but the image itself.
        let nudges = Tensor.cat([.eye(pixels), .zeros(1, pixels)])
        let cells = cell(net((image.reshaped(1, pixels) + nudges).reshaped([pixels + 1, 1] + image.shape)))
        return Tensor((cells[0..<pixels] - cells[pixels]).abs() .> 1e-6).reshaped(image.shape)
    }
}

// The formula says 7 rows and 7 columns, with all of the 49 pixels in them. `heightAndWidth` counts them, so that a
// row too many or a hole in the middle would show:

/// The rows and columns from the first to the last that has a number other than 0, and how many such numbers there are.
public func heightAndWidth(_ field: Tensor) -> (height: Int, width: Int, count: Int) {
    let isSeen = field .!= 0
    let (rows, columns) = (isSeen.any(axis: 1).scalars, isSeen.any(axis: 0).scalars)
    func reach(_ seen: [Bool]) -> Int {
        guard let first = seen.firstIndex(of: true), let last = seen.lastIndex(of: true) else { return 0 }
        return last - first + 1
    }
    return (reach(rows), reach(columns), isSeen.trueCount)
}

extension ConvolutionalNets {
    func fieldByNudging() throws {
        var random = run.random
        let net = plainConvolutions(strides: [2, 2], using: &random)
        let image = try sampleValid.inputs[0, 0]
        let field = nudgedField(of: net, image: image) { $0[0..., 0, 3, 3] }
        let size = heightAndWidth(field)
        show("\(size.height) × \(size.width), \(size.count) pixels", "pixels that change cell (3, 3) of the second map")
        record("receptive-field/nudged", size.height, book: 7, on: sampleSource)

        // In the corner, part of the field lies outside the image, where there is only padding:
        let corner = heightAndWidth(nudgedField(of: net, image: image) { $0[0..., 0, 0, 0] })
        show(
            corner.count, "pixels that change cell (0, 0)",
            ask: "The field of cell (0, 0) reaches from row −3 to row 3. How many pixels of the image are in it?")
    }
}

// The second way needs no changes at all. The gradient of a cell with respect to the image says for each pixel how much
// the cell changes with it. Where it is 0, the cell does not depend on the pixel:

/// The gradient of a number with respect to each pixel [h, w].
public func gradientField(of net: Sequential, image: Tensor, cell: (Tensor) -> Tensor) -> Tensor {
    let x = image.reshaped([1, 1] + image.shape).requiringGrad()
    cell(net(x)).sum().backward()
    return x.grad!.reshaped(image.shape)
}

extension ConvolutionalNets {
    func fieldByGradient() throws {
        var random = run.random
        let net = plainConvolutions(strides: [2, 2], using: &random)
        let image = try sampleValid.inputs[0, 0]
        let nudged = nudgedField(of: net, image: image) { $0[0..., 0, 3, 3] }
        let gradient = gradientField(of: net, image: image) { $0[0..., 0, 3, 3] }
        show(Tensor(gradient .!= 0).scalars == nudged.scalars, "both find the same pixels")

        // And it says more: by how much. For a single net that depends on its random weights. On average over many
        // nets, pixels count the more the more ways lead from them to the cell. Its three windows are the rows 9 to 11,
        // 11 to 13 and 13 to 15. The rows 11 and 13 are in two of them, the others in one, and with columns it is the
        // same. So a cell does not see everything in its receptive field equally well:
        let mean = Tensor.stack(
            (0..<run.size(quick: 20, usual: 400)).map { _ in
                let net = plainConvolutions(strides: [2, 2], using: &random)
                return gradientField(of: net, image: image) { $0[0..., 0, 3, 3] }.abs()
            }
        ).mean(axis: 0)
        let around = [nudged, gradient.abs(), mean].map { $0[7..<18, 7..<18] }
        show(
            ImageGrid(
                around.map { Raster($0, range: nil, colours: .ink) },
                titles: ["nudges", "one gradient", "many nets"], columns: 3),
            "The receptive field of cell (3, 3), in rows and columns 7 to 17 of the image; dark is much")

        // The last cell of simpleCNN has a field of 63 pixels, more than the image has. So it depends on all 784:
        let whole = plainConvolutions(strides: [2, 2, 2, 2, 2], using: &random)
        let all = gradientField(of: whole, image: image) { $0[0..., 0, 0, 0] }
        show(
            heightAndWidth(all).count, "pixels behind a score after five layers",
            ask: "How many of the 784 pixels does a score of five layers depend on?")
    }

    func whatFollows() {
        // Deeper layers see more of the image. With more to see there is more to tell apart: four kinds of edges may do
        // for 3 × 3 pixels, but there are many ways in which 15 × 15 pixels can be part of a digit. That is the second
        // reason to have more channels, and so more weights, the deeper a layer is. The first was the work (section
        // 13.7).
        let fields = receptiveFields(Array(repeating: (3, 2), count: 5))
        var table = TextTable(["layer", "sees", "channels", "weights"])
        for (layer, (channels, filters)) in [(1, 4), (4, 8), (8, 16), (16, 32), (32, 2)].enumerated() {
            table.add(layer + 1, "\(fields[layer]) × \(fields[layer])", filters, filters * channels * 9)
        }
        show(table, "What the layers of simpleCNN see, and what they have to say it with")

        // How did the book's authors know that their explanation was right? They were not sure, and asked in public, on
        // Twitter: about the stride of 2, and about label smoothing, which chapter 7 has. One of those who answered was
        // Christian Szegedy, who had a part in inventing label smoothing, and the Inception nets. Their advice is to do
        // the same. Ask in a forum, say what you think and why, and show the smallest example that it can be tried on.
    }
}
