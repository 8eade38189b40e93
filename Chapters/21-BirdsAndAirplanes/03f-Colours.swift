// # Other colours
//
// Section 21.3 · After this page you can change brightness, contrast and saturation of a picture by mixing it with a
// duller one, and you know which transforms the book lists.

import Figures
import Layers
import Notebook
import Tensors

// A bird is a bird in the sun and on a grey day. So colours may be changed a little, too. Three changes have the same
// form: the picture is mixed with a duller version of itself. With factor f, the result is f times the picture and 1 -
// f times the other. At 1 nothing changes, at 0 only the dull one is left. Above 1, the picture moves away from it, and
// what leaves the range from 0 to 1 is clipped:

/// f · x + (1 - f) · dull, clipped to 0...1; two tensors that can be broadcast.
public func mixed(_ x: Tensor, with dull: Tensor, _ f: Float) -> Tensor {
    (f * x + (1 - f) * dull).clamped(min: 0, max: 1)
}

// What is the dull one? For brightness it is black. For saturation it is the grey picture, which has the same number in
// all three channels: how bright the pixel looks. Eyes see green as much brighter than blue, so the channels have
// different weights. These are the usual ones; they come from television:

/// How bright each pixel looks: x [3, h, w] → [1, h, w]
public func greyed(_ x: Tensor) -> Tensor { 0.2989 * x[0..<1] + 0.587 * x[1..<2] + 0.114 * x[2..<3] }

// For contrast it is one even grey: the mean of the grey picture. With that, dark and light come nearer to each other
// or go apart:

/// Other colours by three factors. (A fourth of torchvision's, the hue, turns the colours around the colour wheel.)
public struct ColourChange: Transform, Equatable {
    public var brightness, contrast, saturation: Float

    public init(brightness: Float = 1, contrast: Float = 1, saturation: Float = 1) {
        (self.brightness, self.contrast, self.saturation) = (brightness, contrast, saturation)
    }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        guard x.rank == 3, x.shape[0] == 3 else {
            throw TransformError("ColourChange", "expected red, green and blue first; found \(x.shape)")
        }
        let bright = mixed(x, with: Tensor(0), brightness)
        let contrasted = mixed(bright, with: greyed(bright).mean(), contrast)
        return mixed(contrasted, with: greyed(contrasted), saturation)
    }
}

extension BirdsAndAirplanes {
    func coloursOfAPixel() throws {
        // A picture of one orange pixel, so that the numbers can be followed:
        let orange = Tensor([[[1.0]], [[0.5]], [[0.0]]])
        show(greyed(orange).item, "its grey", ask: "0.2989 · red + 0.587 · green + 0.114 · blue of (1, 0.5, 0)?")
        let darker = try ColourChange(brightness: 0.5)(orange)
        show(darker.scalars, "half as bright")
        show(try ColourChange(saturation: 0)(orange).scalars, "with saturation 0, all three are its grey")
        let stronger = try ColourChange(saturation: 2)(orange).scalars
        show(
            stronger, "with saturation 2",
            predict: .yesNo("Red is at 1 already. Does it get larger than 1 with saturation 2?", stronger[0] > 1))
    }
}

// At random, each factor is drawn evenly from 1 - a to 1 + a:

/// Random brightness, contrast and saturation, each up to a share more or less. (torchvision's `ColorJitter`, which
/// also shuffles the order of the three.)
public struct ColourJitter: Transform {
    public let brightness, contrast, saturation: Float
    private let random: RandomStream

    public init(brightness: Float = 0, contrast: Float = 0, saturation: Float = 0, using random: RandomStream) {
        (self.brightness, self.contrast, self.saturation, self.random) = (brightness, contrast, saturation, random)
    }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        try ColourChange(
            brightness: factor(brightness), contrast: factor(contrast), saturation: factor(saturation))(x)
    }

    /// A number from 1 - share to 1 + share, but not below 0.
    private func factor(_ share: Float) -> Float {
        var random = random
        return max(0, 1 + share * Float(2 * random.uniform() - 1))
    }
}

extension BirdsAndAirplanes {
    func jitteredPictures() throws {
        let x = try ToTensor()(try PictureDataset(try pictures.train)[99].0)
        let fixed: [(String, ColourChange)] = [
            ("as it is", ColourChange()), ("brightness 1.5", ColourChange(brightness: 1.5)),
            ("contrast 0.4", ColourChange(contrast: 0.4)), ("saturation 0", ColourChange(saturation: 0)),
        ]
        let jitter = ColourJitter(
            brightness: 0.4, contrast: 0.4, saturation: 0.4, using: RandomStream(seed: run.seed))
        let random = try (0..<4).map { _ in ("random", try jitter(x)) }
        let all = try fixed.map { ($0, try $1(x)) } + random
        show(
            ImageGrid(all.map { Raster($0.1) }, titles: all.map(\.0), columns: 4),
            "Item 99 of \(dataName) in other colours: by one factor each, and by three random ones")
    }

    func transformsOfTheBook() {
        // The book prints what `torchvision.transforms` has, eleven names before it breaks off. Here is what each of
        // them does, and where it is in this chapter:
        var table = TextTable(["torchvision", "what it does", "here"])
        table.add("CenterCrop", "the middle of a picture", "CenterCrop")
        table.add("ColorJitter", "random colours", "ColourJitter")
        table.add("Normalize", "mean 0 and deviation 1", "Normalize, section 21.4")
        table.add("Pad", "a margin", "Pad")
        table.add("RandomAffine", "turned, moved, stretched", "RandomAffine")
        table.add("RandomResizedCrop", "a random piece, brought to one size", "RandomCrop; resizing is in section 19.2")
        table.add("RandomRotation", "turned by a random angle", "RandomRotation")
        table.add("RandomSizedCrop", "an older name of RandomResizedCrop", "")
        table.add("TenCrop", "corners and middle, and their mirror images", "exercise 21.6")
        table.add("ToPILImage", "from a tensor to a picture", "ToPicture")
        table.add("ToTensor", "from a picture to a tensor", "ToTensor")
        show(table, "The transforms that the book lists")
    }
}
