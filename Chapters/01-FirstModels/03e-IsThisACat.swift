// # Is this a cat?
//
// Section 1.3 · After this page you can ask your model about a photo of your own.

import Common
import Figures
import Foundation
import Notebook
import Vision

// The book has a button to upload a photo. Here it is an option, `swift run ch01 --image FILE`, and FILE may be a
// folder, too. Without it, the program takes some of the photos that the model has not learned from. What the model is
// asked for is one line, `learner.predict(photo)`. It gives the answer, and how probable it is:

extension FirstModels {
    func isThisACat() throws {
        let (learner, files) = (try trained, try photosToName)
        if files.count == 1 {
            let prediction = try learner.predict(files[0])
            show(try ImageGrid([Photo(files[0], atLeast: 300).raster], cellSize: 300), "Your photo")
            show("Is this a cat?: \(prediction.value == "cat" ? "True" : "False").")
            show("Probability it's a cat: \(fixed(prediction.outputs[0].item, 6))")
        }
        let namer = try ImageNamer.found(run.locator)
        var table = TextTable(
            ["photo", "is a cat", "probability", "and what else is on it (another net)"], decimals: 6)
        for file in files {
            let prediction = try learner.predict(file)
            let names = try namer?.names(of: file, count: 3).map { "\($0.text) \(percent($0.probability))" }
            table.add(
                file.lastPathComponent, prediction.value == "cat" ? "True" : "False", prediction.outputs[0].item,
                names?.joined(separator: ", ") ?? "(no weights here to say it)")
        }
        show(table, "Is this a cat? \(try pretrained.title), and learned from \(dataName)")
        if Self.ownPhoto == nil {
            let sure = try learner.predict(files[0])
            record(
                "is-this-a-cat/probability-of-the-answer", sure.outputs.max().item, book: 0.999986,
                differs: "another photo, another net")
        }
    }

    func whatItCannotSay() throws {
        // The last column is by somebody else's net, EfficientNet-Lite0, where its weights are at hand; it has learned
        // to tell a thousand things apart. Ours knows two words. Show it a teapot, and it will say that this is a cat,
        // or a dog, and may be quite sure of it. So the probability means: of the two, if it is one of them.
        // #hide
        if source.folder == nil {
            show(
                "This run has learned from generated pets. They are drawn by a program, and a model of them can say "
                    + "nothing sensible of real photos. With photos at hand (make data oxford-iiit-pet), it will.")
        }
        let said = try trained.predict(randomPixels)
        show(
            "“\(said.value)”, with \(percent(said.outputs.max().item))", "its answer to a picture of random pixels",
            predict: .yesNo("Will it say of random pixels that they are neither?", false))
    }
}

// MARK: Helpers

extension FirstModels {
    /// A picture on which there is nothing.
    private var randomPixels: Photo {
        var random = run.random
        let pixels = (0..<64 * 64 * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        return Photo(height: 64, width: 64, pixels: pixels)
    }

    /// The reader's photo, or those of the reader's folder, or some of the validation photos.
    private var photosToName: [URL] {
        get throws {
            guard let own = Self.ownPhoto else {
                return Array(try plan.datasets(of: try photos).valid.photos.compactMap { $0 as? URL }.prefix(6))
            }
            guard isFolder(own) else { return [own] }
            let verified = VerifiedPhotos(try photoFiles(in: own))
            for problem in verified.problems { show("\(problem)", "left out") }
            if verified.readable.isEmpty {
                throw PhotoProblem(
                    own.path, "no photo in this folder can be read", try: "a folder with JPEG or PNG images")
            }
            return verified.readable
        }
    }
}
