// # Nine layers
//
// Section 15.1 · After this page you can print any model as a nested list, and know what the book's head is made of.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// A model is printed as a list of its parts, each with its number or its name, and with what it was made with. Parts
// that have parts are lists themselves, further in. All modules know their parts (`children`), so five lines do it.
// (`smallHead` is the head that will be printed.)

/// The types of a module and of its parts, nested and numbered.
public func nestedList(_ module: Module, name: String = "", indent: String = "") -> String {
    let head = indent + (name.isEmpty ? "" : "(\(name)): ") + "\(type(of: module))"
    let parts = module.children.map { child in
        // The layers of a `Sequential` are called "layers.0", "layers.1" …
        nestedList(child.module, name: child.name.replacing("layers.", with: ""), indent: indent + "  ")
    }
    return ([head] + parts).joined(separator: "\n")
}

extension Architectures {
    /// The book's example: a head for 20 numbers after pooling, so for 10 maps, and for 2 answers.
    var smallHead: Sequential {
        var random = run.random
        return HeadPlan().layers(10, outputs: 2, using: &random)
    }

    func theBooksHead() {
        let head = smallHead
        show(nestedList(head), "a head for two answers, by hand")

        // The engine's `listing` also shows what each layer was made with. This is the head that the book prints, where
        // it is made by `create_head(20, 2)`:
        show(
            head.listing(), "the same, by `head.listing()`",
            predict: .count("How many layers has the book's head, from pooling to the answers?", head.layers.count))
        record("head/layers", head.layers.count, book: 9)
        show(besideTheBook(head), "The head of the book, layer by layer")

        // (The 20 is what comes *out* of the pooling. Ten maps are pooled in two ways, and this makes twenty numbers.)
    }

    func countedByHand() {
        // How many numbers does it learn? Two for each channel of a norm, a factor and a shift; and for each linear
        // layer inputs times outputs. There are no biases.
        let parts = [2 * 20, 20 * 512, 2 * 512, 512 * 2]
        let names = ["norm of 20", "linear, 20 → 512", "norm of 512", "linear, 512 → 2"]
        var table = TextTable(["layer", "numbers"])
        for (name, count) in zip(names, parts) { table.add(name, count) }
        table.add("all", parts.reduce(0, +))
        show(table, "What the head learns, counted by hand")
        record(
            "head/parameters", smallHead.parameterCount,
            predict: .number(
                "Norms of 20 and 512 channels, linear layers 20 → 512 and 512 → 2 without biases: how many numbers are learned?",
                12_328, within: .percent(2)))
    }

    func shapesThroughTheHead() {
        // And what it does to the maps of four photos:
        let head = smallHead
        head.eval()
        var random = run.random
        var x = Tensor.randn(4, 10, 7, 7, using: &random)
        var table = TextTable(["layer", "shape"])
        table.add("maps of four photos", "\(x.shape)")
        for (place, layer) in head.layers.enumerated() {
            x = noGrad { layer(x) }
            table.add("(\(place)) \(type(of: layer))", "\(x.shape)")
        }
        show(
            table, "Shapes on the way through the head",
            predict: .shape(
                "Ten maps of 7 × 7 for each of four photos go through `ConcatPool2d`. Which shape comes out?",
                [4, 20, 1, 1]))
    }
}

// MARK: Helpers

extension Architectures {
    /// Each layer of the book's print beside ours.
    private func besideTheBook(_ head: Sequential) -> TextTable {
        let books = [
            "AdaptiveConcatPool2d: AdaptiveAvgPool2d(1), AdaptiveMaxPool2d(1)", "Flatten",
            "BatchNorm1d(20, eps=1e-05, momentum=0.1)",
            "Dropout(p=0.25)", "Linear(20, 512, bias=False)", "ReLU", "BatchNorm1d(512, eps=1e-05, momentum=0.1)",
            "Dropout(p=0.5)", "Linear(512, 2, bias=False)",
        ]
        var table = TextTable(["", "the book's", "ours"])
        for (place, (book, layer)) in zip(books, head.layers).enumerated() {
            let ours = layer.listing().split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            table.add("\(place)", book, ours.joined(separator: " "))
        }
        return table
    }
}
