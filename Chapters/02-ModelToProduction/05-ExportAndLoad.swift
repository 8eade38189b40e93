// # A model in a file
//
// Section 2.5 · After this page you can take a trained net out of the program that trained it, and know what has to go
// with it.

import Common
import Figures
import Foundation
import Notebook
import Safetensors
import Tensors
import Vision

// Training is over. What is left of it are some million numbers, in the memory of a program that is about to end. From
// now on, the net is to be used: somebody gives it a photo, and it gives back a kind. Using a net to predict, with
// nothing learned any more, is called *inference*. It may happen years later, on another machine, in a program that
// knows nothing about training.
//
// So what has to be in the file? The numbers, of course; they are called parameters. But numbers alone are of no use:
//
// - Without the *architecture*, nobody knows what to multiply by what.
// - Without the *vocabulary*, the net says "1", and nobody knows that this was the grizzly.
// - Without the *transforms*, the photo comes in at another size, and in other colours, than the net was trained for.
//
// The last two come from the data loaders; that is why the book says that `export` also saves how they are made. Of the
// transforms, it is those of the *validation* set: a photo of a user should not be turned or darkened at random.

// One part of the file is a text, in JSON. `linesOf` makes it readable:

/// A text in JSON, with a line for each of its entries.
func linesOf(_ json: String) -> String {
    guard let content = try? JSONSerialization.jsonObject(with: Data(json.utf8)),
        let lines = try? JSONSerialization.data(withJSONObject: content, options: [.prettyPrinted, .sortedKeys])
    else { return json }
    return String(decoding: lines, as: UTF8.self)
}

extension ModelToProduction {
    func exportedBears() throws {
        // `export` writes all of that into one file. (The book's `export.pkl` is a pickle, a program in disguise that
        // is run when the file is opened. Ours holds numbers and a text, and nothing in it is run.)
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "export.safetensors")
            try trained.export(to: file)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            show(
                names.filter { $0.hasSuffix(".safetensors") }.count,
                "file with a model (\(names.joined(separator: ", ")))")
            let content = try SafetensorsFile(reading: file)
            let parameters = content.tensors.values.reduce(0) { $0 + $1.shape.reduce(1, *) }
            let bytes = try readData(file).count
            var table = TextTable(["what is in it", "how much"])
            table.add("tensors with their names", "\(content.tensors.count)")
            table.add("numbers in them", "\(parameters)")
            table.add("bytes for a number", String(format: "%.2f", Double(bytes) / Double(parameters)))
            table.add("signs of text for all the rest", "\(content.metadata.values.map(\.count).reduce(0, +))")
            show(table, "The file of \(try body.title), with its head")
            // And that text, with a line for each thing:
            show(linesOf(content.metadata["photo model"] ?? ""), "what the file says besides its numbers")
            record("export/bytes-for-each-number", Double(bytes) / Double(max(parameters, 1)))
        }
    }

    func loadedAgain() throws {
        // Reading it back needs nothing but the file (the book's `load_learner`). A model that was read has never
        // seen the learner; does it say the same? Not nearly the same: the same bits, for each photo that the net is
        // judged by.
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "export.safetensors")
            try trained.export(to: file)
            let model = try PhotoModel<CategoryBlock>(file, architectures: Self.smallBodies)
            show(model.target.vocabulary.classes.joined(separator: ", "), "the vocabulary (the book's `dls.vocab`)")
            let photos = Array(try trained.data.datasets.valid.photos.prefix(run.size(quick: 3, usual: 16)))
            let (here, there) = (try trained.model.predict(photos), try model.predict(photos))
            let differ = zip(here, there).count {
                $0.outputs.scalars.map(\.bitPattern) != $1.outputs.scalars.map(\.bitPattern)
            }
            record(
                "export/photos-with-other-bits", differ,
                ask: "Of \(photos.count) photos, how many get probabilities that differ in at least one bit?")

            // That is what you would expect if everything is in the file. Take something out, and see. Here is the
            // same net with the same numbers, in a program whose author forgot the normalization, which takes the
            // mean colour of ImageNet out of each photo:
            let forgetful = PhotoPipeline(item: model.pipeline.item, batch: model.pipeline.batch)
            let pictures = try forgetful.batch(photos)
            let wrong = noGrad { model.target.activated(model.net(pictures)) }
            let moved = photos.indices.map { (here[$0].outputs - wrong[$0]).abs().max().item }
            show(
                fixed(moved.max()!, 4), "the largest difference of a probability, without normalization",
                predict: .choice(
                    "The program runs, and gives probabilities. Does it say so if something is forgotten?",
                    ["yes, with an error", "no, it is silently worse"], answer: "no, it is silently worse"))
            record("export/largest-difference-without-normalization", Double(moved.max()!))
        }
    }
}
