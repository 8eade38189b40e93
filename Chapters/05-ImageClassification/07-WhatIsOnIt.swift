// # What is on a photo?
//
// Section 5.7 · After this page you can let two nets look at a photo of your own.

import Datasets
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// Two nets can say something about a photo now. Ours names a breed, whatever is on the photo: it knows nothing else,
// and softmax must spread its certainty over what it knows (section 5.4). The other one is EfficientNet-Lite0, as it
// was published, with its own head: it knows the thousand classes of ImageNet. (M. Tan and Q. Le, "EfficientNet", 2019;
// the lite models are of 2020.) Its weights are a file of 18 megabytes; where it lies in a folder `weights` of the
// data, this page uses it. For a photo of your own, `swift run ch05 --image FILE` runs this page alone.

extension ImageClassification {
    func whatIsOnIt() throws {
        let files = try photosToName
        let learner = try trained
        let naming = try namingNet
        var table = TextTable(
            ["photo", "our net says", "probability", "ImageNet's classes", "probability"], decimals: 2)
        for file in files {
            let ours = try learner.predict(file)
            let other = try naming?.names(of: file).first
            table.add(
                file.lastPathComponent, ours.text, ours.outputs.max().item, other?.text ?? "(no weights here)",
                other?.probability)
        }
        show(
            ImageGrid(
                try files.map { try Photo($0, atLeast: 200).raster },
                titles: files.map { $0.deletingPathExtension().lastPathComponent }, columns: 4, cellSize: 200),
            Self.ownPhoto == nil ? "Some validation photos" : "Your photo")
        show(table, "Two nets look at \(files.count == 1 ? "one photo" : "\(files.count) photos") (\(try body.title))")
        show(
            ImageNetClasses.names.count, "classes of ImageNet, from \(ImageNetClasses.names[0]) to toilet tissue",
            predict: .count("How many classes has ImageNet's competition?", 1000))

        // Both nets always have an answer. A net with ImageNet's head looks for one of a thousand things, and of many
        // things that people like to photograph there is no class: no child, no flower bed. So look at its
        // probability, too, and do not take it for more than it is.
    }

    func catsAndDogsByName() throws {
        // One can count, though. ImageNet's classes 151 to 268 are breeds of dogs, and five are cats:
        let dogs = ImageNetClasses.dogs.map { ImageNetClasses.names[$0] }
        show(dogs.prefix(4).joined(separator: ", ") + ", …", "\(dogs.count) breeds of dogs")
        show(ImageNetClasses.cats.map { ImageNetClasses.names[$0] }.joined(separator: ", "), "cats")
        if let net = try namingNet, Self.ownPhoto == nil {
            let photos = try plan.datasets(of: try photos).valid.photos.compactMap { $0 as? URL }
            let files = photos.prefix(run.size(quick: 8, usual: 48, full: .max))
            let right = try files.count { file in
                let place = try net.names(of: file)[0].place
                return (breedIsCat(try breedOf(file)) ? ImageNetClasses.cats : ImageNetClasses.dogs).contains(place)
            }
            record("imagenet-classes/cat-or-dog", Double(right) / Double(files.count))
            show("of \(files.count) validation photos, \(right) got the name of a cat or a dog, and the right one")
        } else {
            show("(The weights of EfficientNet-Lite0 are not used in this run.)")
        }
    }
}

// MARK: Helpers

private func breedIsCat(_ breed: String) -> Bool { breed.first!.isUppercase }

extension ImageClassification {
    /// The photo of `--image`, or some of the validation photos.
    private var photosToName: [URL] {
        get throws {
            if let own = Self.ownPhoto { return [own] }
            let files = try plan.datasets(of: try photos).valid.photos.compactMap { $0 as? URL }
            return Array(files.prefix(8))
        }
    }

    /// EfficientNet-Lite0 with its weights; nil where they are not on this machine.
    private var namingNet: ImageNamer? { get throws { try run.once { try ImageNamer.found(run.locator) } } }
}
