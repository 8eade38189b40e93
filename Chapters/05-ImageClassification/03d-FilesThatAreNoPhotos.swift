// # Files that are no photos
//
// Section 5.3 · After this page you look into all files of a folder before you train on them.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// A name that ends in `.jpg` is a claim. Downloads break off, web pages answer with "not found" where a picture was
// asked for, and somebody has renamed a GIF. One such file among thousands ends a training when its turn comes. So look
// into all of them first, as section 2.2 does with downloads. `VerifiedPhotos`, the book's `verify_images`, opens every
// file and decodes it to its last pixel, though small, which is quick.

extension ImageClassification {
    func aBadFolder() throws {
        // A folder with three good photos and one of each evil. What is made here are copies of a photo of this run
        // with something done to them; `write` writes one:
        let place = TemporaryFolder("photos")
        try makeFolder(place.url)
        let good = try Data(contentsOf: try widePhoto)
        func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
            try Data(bytes).write(to: place.url.appending(path: name))
        }
        for number in 1...3 { try write("good_\(number).jpg", good) }
        try write("broken_off.jpg", good.prefix(good.count / 2))
        try write("empty.jpg", [])
        try write("gif_in_truth.jpg", Array("GIF89a".utf8) + [250, 0, 202, 0, 0, 0, 0, 59])
        try write("huge.jpg", claimingToBeHuge(good))
        try write("notes.jpg", "Buy cat food.".utf8)
        try write("page.jpg", "<!DOCTYPE html><title>404 Not Found</title>".utf8)
        try write("misnamed.png", good)

        let files = try photoFiles(in: place.url)
        let verified = VerifiedPhotos(files)
        show(
            "\(verified.readable.count) of \(files.count) can be read", "ten files that are called photos",
            predict: .count(
                "Three good photos, one cut off in the middle, one empty, a GIF, a JPEG that claims to be huge, a text, a web page, and a good JPEG that is called .png. How many of the ten can be read?",
                verified.readable.count))
        var table = TextTable(["file", "what is wrong with it"])
        for problem in verified.problems {
            table.add(URL(filePath: problem.file).lastPathComponent, problem.problem)
        }
        show(table, "What was found in the others")

        // The misnamed one is fine: what a file *is* shows in its first bytes, and nobody need believe its name. The
        // huge one is refused by its header, before any memory is taken for its pixels.
    }

    func inTheMiddleOfTraining() throws {
        // And if nobody looks first? The epoch ends at the bad file, with an error that names it. It does not go on as
        // if nothing had happened:
        let place = TemporaryFolder("photos")
        try makeFolder(place.url)
        let bad = place.url.appending(path: "Bengal_999.jpg")
        try Data("Buy cat food.".utf8).write(to: bad)
        let pipeline = PhotoPipeline(item: Resize(32))
        let loader = DataLoader(
            photos: Array(try photos.prefix(3)) + [bad], labels: [0, 0, 0, 1], pipeline: pipeline, batchSize: 2)
        var batches = 0
        for _ in loader { batches += 1 }
        show(batches, "batches of two that came, of four files of which the last is no photo")
        show("\(loader.problem.map { "\($0)" } ?? "none")".replacing(place.url.path + "/", with: ""), "the problem")
    }

    func theFilesOfThisRun() throws {
        // Now the files of this run. What cannot be read is left out of everything that follows, and named here:
        let verified = try verified
        record("photos/readable", verified.readable.count)
        record("photos/unreadable", verified.problems.count)
        for problem in verified.problems.prefix(5) {
            show(problem.problem, try pets.shortText(problem.file))
        }

        // (In the real data set there is such a file: `Abyssinian_34.jpg` is a GIF. A program that looks into files and
        // knows GIFs opens it without a word. This one does not know them, and says so.)
    }
}

// MARK: Helpers

/// A JPEG whose header says that it has 65,500 × 65,500 pixels.
func claimingToBeHuge(_ data: Data) -> [UInt8] {
    var (bytes, place) = ([UInt8](data), 2)
    // From segment to segment, by their lengths: a small picture for the preview, if there is one, is inside of one.
    while place + 9 < bytes.count, bytes[place] == 0xFF {
        if (0xC0...0xC2).contains(bytes[place + 1]) {
            bytes.replaceSubrange(place + 5..<place + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
            break
        }
        place += 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
    }
    return bytes
}
