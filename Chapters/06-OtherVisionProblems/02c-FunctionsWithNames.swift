// # Functions with names
//
// Section 6.2 · After this page you know what a file of a trained model can keep of a plan, and what it cannot.

import Common
import Figures
import Foundation
import Notebook
import Safetensors
import Tensors
import Vision

// In Python, `lambda r: r['fname']` makes a function in the middle of an expression and gives it no name. In Swift that
// is a closure, `{ $0.fname }`. It is handy for a trial. But the book warns of it: a learner that holds a lambda cannot
// be exported, for Python saves a function by its name, and a lambda has none.
//
// In Swift the warning goes further. Neither a closure nor a function can be written to a file: what is compiled is
// part of the program, and a file holds data. So what does a file of a trained model keep?

extension OtherVisionProblems {
    func whatAFileKeeps() throws {
        // A learner that has learned nothing yet is enough to see it. `export` writes its model:
        var random = run.random
        let learner = try sceneLearner(using: &random)
        let place = TemporaryFolder("model")
        try makeFolder(place.url)
        let file = place.url.appending(path: "scenes.safetensors")
        try learner.export(to: file)

        // The file holds tensors and, in its head, texts. This is what the text says, key by key, cut where it is long:
        let saved = try SafetensorsFile(reading: file)
        let card = try JSONSerialization.jsonObject(with: Data(saved.metadata["photo model"]!.utf8)) as! [String: Any]
        for key in card.keys.sorted() {
            let json = try JSONSerialization.data(
                withJSONObject: card[key]!, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
            let text = String(decoding: json, as: UTF8.self)
            show(text.count > 90 ? text.prefix(90) + " …" : text, key)
        }
        show(saved.tensors.count, "tensors")
        let names = ["photoOf", "labelsOf"]
        show(
            names.filter { name in saved.metadata.values.contains { $0.contains(name) } }.count,
            "of the functions getX and getY, so many are in the file",
            ask: "Of the two functions photoOf and labelsOf, how many are in the file?")

        // The functions are not there, and nobody needs them: whoever has a new photo has no row of a table, and wants
        // to know the labels. What is needed is there: the vocabulary, the size of a photo, mean and deviation. So the
        // model that is read back says the same:
        let model = try PhotoModel<MultiCategoryBlock>(file, architectures: [try body.architecture])
        let photo = photoOf(try photos[0])
        let (before, after) = (try learner.predict(photo).outputs, try model.predict(photo).outputs)
        show(before.scalars == after.scalars, "the model from the file gives the same twenty numbers")
    }

    func byTheirNames() throws {
        // If a file is to keep *which* function was used, it keeps a name, and the program has a list of functions by
        // name. (Python does just that, with all functions of all modules as its list.) Here is such a list, and a plan
        // that goes to a file and comes back:
        let known: [String: (LabelledPhoto) -> [String]] = [
            "labelsOf": labelsOf,
            "firstLabelOf": { Array(labelsOf($0).prefix(1)) },
        ]
        let saved = try JSONEncoder().encode(["getY": "labelsOf"])
        let read = try JSONDecoder().decode([String: String].self, from: saved)
        show(String(decoding: saved, as: UTF8.self), "what the file says")
        let row = LabelledPhoto(fname: "000009.jpg", labels: "horse person", isValid: true, path: URL(filePath: "/"))
        show(known[read["getY"]!]!(row), "the function of that name, applied to a row of the book")
        show(known["labelsFrom"] == nil, "a name that the program does not know gives nothing")

        // The second function of the list is a closure, and can be kept as well as the first: what counts is the name
        // in the list, not the way in which the function was written.
    }
}
