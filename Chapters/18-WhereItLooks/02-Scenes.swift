// # Scenes that we know all about
//
// Section 18.2 · After this page you can say what is known of our pictures, and how they get to a net.

import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training

// The book takes the model of its first chapter: a ResNet-34 trained on a million photos, which learns to tell cats
// from dogs on photos of pets. The names of the files are the labels: those of cats begin with a capital letter.

/// Whether a file of Oxford's pets shows a cat. (The book's `is_cat`.)
public func isCat(_ name: String) -> Bool { name.first?.isUppercase ?? false }

extension WhereItLooks {
    func catsOfOxford() {
        show(["Abyssinian_1.jpg", "beagle_32.jpg", "Maine_Coon_7.jpg"].map(isCat), "is it a cat?")
    }
}

// We replace both the photos and the model, and say why. The trained ResNet would have to be downloaded. And nobody has
// written down what decides in a photo: a map of a photo can be looked at, but not judged. So we take *generated
// scenes*: a bird, a car, a cat or a tree somewhere in front of a cluttered background, painted by a program that knows
// where it has put the object. (Section 18.6 goes back to real pictures.)
//
// Scenes are bytes. `pixels` turns them into numbers from 0 to 1, with a plane for each channel:

/// Pictures as bytes [n, 64, 64, 3] → pixels [n, 3, 64, 64], 0...1
public func pixels(of bytes: ByteTensor) -> Tensor { (Tensor(bytes) / 255).permuted(0, 3, 1, 2) }

// A net learns best from numbers with mean 0 and deviation 1. `ChannelScaling` measures the mean and the standard
// deviation of each channel, and brings pictures to that scale. `scaling` has measured them on 400 scenes of the
// training set:

/// Brings each channel of pictures to mean 0 and standard deviation 1. A channel that is the same everywhere has no
/// deviation, and would be divided by 0; it keeps its scale.
public struct ChannelScaling: Sendable {
    /// [3, 1, 1]
    public let mean, deviation: Tensor

    /// - Parameter images: [n, 3, h, w], 0...1
    public init(of images: Tensor) {
        mean = images.mean(axes: [0, 2, 3]).reshaped(-1, 1, 1)
        let measured = (images - mean).squared().mean(axes: [0, 2, 3]).sqrt().reshaped(-1, 1, 1)
        deviation = .where(measured .> 1e-6, measured, 1)
    }

    public func callAsFunction(_ images: Tensor) -> Tensor { (images - mean) / deviation }
}

extension WhereItLooks {
    /// Mean and standard deviation of the training scenes' channels.
    var scaling: ChannelScaling {
        get throws {
            try run.once { ChannelScaling(of: pixels(of: try scenes.contents.train.images[..<min(400, trainCount)])) }
        }
    }

    private var trainCount: Int { get throws { try scenes.contents.train.count } }
}

// A pixel takes three bytes, or twelve as three Floats. So training pictures stay bytes, as in chapter 13:
// `BytePictures` makes numbers of the pictures of one batch, when the batch is asked for. Validation pictures are few,
// and become numbers at once; they are `LabelledPictures`:

/// Pictures as bytes, whose batches are scaled pixels [n, 3, 64, 64] with labels [n].
struct BytePictures: RandomAccessCollection, BatchSource, Sendable {
    /// [n, 64, 64, 3]
    let bytes: ByteTensor
    let labels: IntTensor
    let scaling: ChannelScaling

    var startIndex: Int { 0 }
    var endIndex: Int { labels.count }
    subscript(index: Int) -> (Tensor, IntTensor) {
        let (x, y) = batch([index])
        return (x[0], y[0])
    }

    func batch(_ places: [Int]) -> (Tensor, IntTensor) {
        (scaling(pixels(of: bytes.rows(places))), labels.rows(places))
    }
}

/// Pictures [n, 3, 64, 64], scaled, and their labels [n].
public typealias LabelledPictures = TensorDataset<Tensor, IntTensor>

// `picture` takes a single one of these, as a batch of one. It has gone through everything that the others have gone
// through, as it must when a net is asked about it. (The book's `test_dl` sees to that.)

extension WhereItLooks {
    func fourKindsOfScenes() throws {
        let scenes = try scenes.contents.valid
        let rasters = (0..<8).map { Raster(scenes.images[$0]) }
        show(
            ImageGrid(rasters, titles: (0..<8).map { scenes.objects[$0][0].kind.name }, columns: 4),
            "Four kinds of \(sceneName)")
        show(try picture(0).shape, "a batch of one picture, as the net gets it")
        record("input/channels", try picture(0).shape[1], book: 3, on: self.scenes)
        record("input/side", try picture(0).shape[2], book: 224, differs: "small scenes, not photos", on: self.scenes)
    }
}
