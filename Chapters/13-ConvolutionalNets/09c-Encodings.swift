// # Other numbers for the same colours
//
// Section 13.9 · After this page you can say which encodings of colour a net will not mind, and which take something
// away from it.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Red, green and blue are not the only three numbers that describe a colour. Television splits a picture into its
// brightness and two differences of colour. Painters speak of hue, saturation and value (HSV). Should a net get one of
// these? The book says that it does not matter, as long as nothing gets lost. Why should that be so?
//
// Take brightness and differences first. Each of the three new numbers is a weighted sum of the old ones, so the
// encoding is a matrix, and `redGreenAndBlue` is its inverse:

/// Brightness, blue minus brightness and red minus brightness, from red, green and blue. (The weights of brightness are
/// those of the standard ITU-R BT.601.)
public let brightnessAndDifferences = Tensor([
    [0.299, 0.587, 0.114], [-0.299, -0.587, 0.886], [0.701, -0.587, -0.114],
])

/// The way back: brightness + difference gives blue and red, and green is what is left of the brightness.
public let redGreenAndBlue = Tensor([
    [1, 0, 1], [1, -0.114 / 0.587, -0.299 / 0.587], [1, 1, 0],
])

// `recoded` applies such a matrix to every pixel. That is a convolution with kernels of one pixel:

/// Each pixel times a matrix [3, 3]: x [n, 3, h, w] → [n, 3, h, w].
public func recoded(_ x: Tensor, by matrix: Tensor) -> Tensor { x.conv2d(matrix.reshaped(3, 3, 1, 1)) }

extension ConvolutionalNets {
    func otherEncodings() throws {
        let x = try colourPicture.unsqueezed(0)
        let encoded = recoded(x, by: brightnessAndDifferences)
        let titles = ["brightness", "blueness", "redness"]
        show(
            ImageGrid(
                (0..<3).map { Raster(encoded[0, $0], range: $0 == 0 ? 0...1 : -0.5...0.5) }, titles: titles,
                columns: 3),
            "The same picture in other numbers: brightness, and the differences of blue and red from it")
        let back = recoded(encoded, by: redGreenAndBlue)
        show((back - x).abs().max().item < 1e-5, "and back again, but for rounding")

        // A first layer adds up weighted channels, too. So it can take the encoding upon itself. If w are its weights
        // for red, green and blue, then w times the way back are weights that make the same maps of the encoded
        // picture:
        var random = run.random
        let w = Conv2d(3, 16, kernel: 5, using: &random).weight.value.detached()
        let forEncoded = w.permuted(0, 2, 3, 1).matmul(redGreenAndBlue).permuted(0, 3, 1, 2)
        let difference = (encoded.conv2d(forEncoded) - x.conv2d(w)).abs().max().item
        show(
            difference < 1e-4, "the same maps of the encoded picture",
            ask: "The picture is recoded by a matrix. Is there always a first layer that makes the same maps of it?")
        // Whatever a net can do with red, green and blue, another one can do with these numbers. It only begins
        // learning from another place.
    }
}

// HSV is no matrix. The *value* is the largest of the three numbers, the *saturation* is how far the smallest is below
// it, and the *hue* says on a circle of colours which of the three is largest, and which comes second.
// `colours(fromHSV:)` goes back. On the circle, red is at 0, green at 2 and blue at 4, of 6. A channel is at its full
// value up to 1 away from its own place, and from there falls within another 1 to value − value · saturation. So it
// needs to know how far the hue is from a place, and adding 5 for red, 3 for green or 1 for blue turns the circle so
// that this place is at 5, and the part where the channel falls, is low and rises again, is from 0 to 4:

/// Hue, saturation and value, each 0...1, from red, green and blue: x [n, 3, h, w] → [n, 3, h, w].
public func hueSaturationValue(_ x: Tensor) -> Tensor {
    let (r, g, b) = (x[0..., 0..<1], x[0..., 1..<2], x[0..., 2..<3])
    let value = x.max(axes: [1], keepingAxes: true)
    let distance = value - x.min(axes: [1], keepingAxes: true)
    let safe = distance.maximum(1e-9)
    let greenOrBlue = Tensor.where(value .== g, 2 + (b - r) / safe, 4 + (r - g) / safe)
    let hue = Tensor.where(value .== r, (g - b) / safe, greenOrBlue) / 6
    return Tensor.cat([hue - hue.floor(), distance / value.maximum(1e-9), value], axis: 1)
}

/// The way back.
public func colours(fromHSV x: Tensor) -> Tensor {
    let (hue, saturation, value) = (x[0..., 0..<1], x[0..., 1..<2], x[0..., 2..<3])
    return Tensor.cat(
        [5, 3, 1].map { (start: Float) in
            let place = hue * 6 + start
            let k = place - (place / 6).floor() * 6
            let share = 4 - k.maximum(4 - k)  // the smaller of k and 4 − k
            return value - value * saturation * share.clamped(min: 0, max: 1)
        }, axis: 1)
}

extension ConvolutionalNets {
    func encodedNet() throws {
        let x = try colourPicture.unsqueezed(0)
        let encoded = hueSaturationValue(x)
        show(
            ImageGrid(
                (0..<3).map { Raster(encoded[0, $0]) }, titles: ["hue", "saturation", "value"], columns: 3),
            "Hue, saturation and value of the picture")
        show((colours(fromHSV: encoded) - x).abs().max().item < 1e-4, "and back again, but for rounding")

        // The hue has two peculiarities. Where there is hardly any colour, it is noise. And since it goes round a
        // circle, reds are at both of its ends, near 0 and near 1.
        //
        // Here no first layer can do the same with other weights: a sum of hues is nothing that is in the picture. But
        // nothing is lost either, and the later layers are no matrices themselves. Grey is another thing. Of three
        // numbers one is left, and colours that differ may become the same:
        let (red, green) = (Tensor([0.9, 0.25, 0.2]), Tensor([0.2, 0.583, 0.3213]))
        let grey = brightnessAndDifferences[0]
        show([(red * grey).sum().item, (green * grey).sum().item], "the brightness of a red and of a green")
        let patches = [red, green, .full((red * grey).sum().item, [3]), .full((green * grey).sum().item, [3])]
        show(
            ImageGrid(
                patches.map { Raster($0.reshaped(3, 1, 1).expanded(to: [3, 24, 24])) },
                titles: ["a red", "a green", "its grey", "its grey"], columns: 4), "Two colours with the same grey")
    }
}
