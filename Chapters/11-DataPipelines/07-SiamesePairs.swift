// # A pair of photos as one item
//
// Section 11.7 · After this page you can make a type of item of your own that can be shown and transformed.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Are two photos of the same breed? A net for that task, a *Siamese* one, gets two photos and says yes or no. Chapter
// 15 trains it. Here it needs data, and no block fits: an item is a pair, and it is made up at random of files. So
// the item gets a type of its own:

/// Two pictures, and whether they show the same class. What a picture is changes on the way: a photo that is opened, a
/// photo of a certain size, a tensor. (The book's `SiameseImage`.)
public struct SiamesePair<Picture> {
    public var first: Picture, second: Picture
    public var isSame: Bool

    public init(_ first: Picture, _ second: Picture, isSame: Bool) {
        (self.first, self.second, self.isSame) = (first, second, isSame)
    }
}

// To be shown, it has to say how. Side by side, with a black strip of ten pixels between them. If they differ in size,
// the second is brought to the size of the first:

extension SiamesePair: Showable where Picture: Drawable {}

extension SiamesePair: Drawable where Picture: Drawable {
    public var raster: Raster {
        let left = first.raster
        let right = second.raster.resized(width: left.width, height: left.height)
        var both = Raster(width: 2 * left.width + 10, height: left.height, fill: .black)
        both.paste(left, x: 0, y: 0)
        both.paste(right, x: left.width + 10, y: 0)
        return both
    }
    public var title: String { isSame ? "True" : "False" }
}

// That is all that showing needs: a pipeline that decodes meets a `Showable` and stops. And how do transforms get at
// the two photos? In the book, the pair is a kind of tuple, so that each transform is applied to its elements. Here a
// pair says it once, for all transforms there are. (`twoPhotos` below are a photo and one of another breed.)

/// Steps for each picture of a pair; the flag stays.
public struct OnBoth<Before, After>: RandomTransform, ReversibleTransform {
    let steps: Pipeline<Before, After>

    public init(@PipelineBuilder _ steps: () -> Pipeline<Before, After>) { self.steps = steps() }

    public func callAsFunction(
        _ pair: SiamesePair<Before>, isTraining: Bool, using random: inout SplitMix64
    ) throws -> SiamesePair<After> {
        SiamesePair<After>(
            try steps(pair.first, isTraining: isTraining, using: &random),
            try steps(pair.second, isTraining: isTraining, using: &random), isSame: pair.isSame)
    }

    public func decode(_ pair: SiamesePair<After>) throws -> SiamesePair<Before> {
        SiamesePair<Before>(try steps.decode(pair.first), try steps.decode(pair.second), isSame: pair.isSame)
    }
}

extension DataPipelines {
    /// A photo, and one of another breed.
    private var twoPhotos: (URL, URL) {
        get throws {
            let files = try petFiles
            let breed = try breedOf(files[0])
            return (files[0], try files.first { try breedOf($0) != breed } ?? files[0])
        }
    }

    func aPair() throws {
        let (a, b) = try twoPhotos
        let same = SiamesePair(try a.opened(), try a.opened(), isSame: true)
        let different = SiamesePair(try a.opened(), try b.opened(), isSame: false)
        show(ImageGrid([same.raster], titles: [same.title], cellSize: 420), "A photo with itself, on \(pets.name)")
        show(
            ImageGrid([different.raster], titles: [different.title], cellSize: 420),
            "Two photos of different breeds, on \(pets.name)")
        let photo = try a.opened().photo()
        record(
            "pairs/width-of-a-picture-less-two-photos", same.raster.width - 2 * photo.width, book: 10,
            ask: "Two photos stand side by side. How many pixels wider than both is their picture?")
    }

    func stepsOnBoth() throws {
        // `Resize` was written for photos, and knows nothing of pairs:
        let (a, b) = try twoPhotos
        let pair = SiamesePair(try a.opened(), try b.opened(), isSame: false)
        let side = 224
        let resized = try OnBoth { Resize(Size2D(side)) }(pair)
        show(
            ImageGrid([resized.raster], titles: [resized.title], cellSize: 458),
            "The pair after Resize(224), on \(pets.name)")
        show(
            "\(resized.first.width) × \(resized.first.height) and \(resized.second.width) × \(resized.second.height)",
            "sizes of both")
        show(
            resized.isSame, "the flag",
            ask: "The flag said that the breeds differ. Does it say after Resize that they are the same?")
        // Further steps go on in the same way: to bytes, to brightnesses. The types follow.
        let tensors = try OnBoth {
            Resize(Size2D(side))
            PhotoToBytes()
            BytesToFloats()
        }(pair)
        show(
            tensors.second.shape, "shape of the second picture as a tensor",
            ask: "Which shape has the second picture, as a tensor with its channels first?")
    }
}
