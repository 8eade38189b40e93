// # Three layers
//
// Section 11.1 · After this page you know the three layers that data can be loaded with, and when to go down one.

import Figures
import Notebook
import Tensors
import Text
import Training

// A library that only has one line for everything is easy until the day when your data lie differently. One that only
// has small parts is never easy. So there are layers, and each is made of the one below: what the upper one does can be
// done with the lower one, and more.

extension DataPipelines {
    func threeLayers() {
        show(
            FlowChart(
                [
                    "one line: TextLoaders(folder:)", "a plan: DataBlock(…)",
                    "the parts: Transform, Pipeline, TransformedList",
                ], title: "Three layers: each is made of the next"), "The layers, from the shortest to the freest")
        var table = TextTable(["layer", "the book", "what you say", "what you cannot say"])
        table.add(
            "one line", "TextDataLoaders.from_folder", "the folder", "that files lie in any other way than IMDb's")
        table.add("a plan", "DataBlock", "items, split, labels, transforms", "a step between two others")
        table.add("the parts", "Transform, TfmdLists, Datasets", "everything", "nothing: but you say more")
        show(table, "What each layer lets you say")
        // (The book's mid-level API also has callbacks and a general optimizer. They are in chapter 16.)
    }

    func oneLine() throws {
        // The first layer, for reviews. (The book gives it the folder; here it gets the files that this run uses.)
        var random = run.random
        // #hide
        if let problem = try problemsOfReviews.first {
            show("\(try problemsOfReviews.count), first: \(problem)", "files passed over, because they are no texts")
        }
        let data = try TextLoaders(train: trainReviews, valid: testReviews, using: &random)
        show(data.classes.joined(separator: ", "), "the classes that it found")
        record("one-line/reviews-to-learn-from", data.train.texts.count, book: 25_000, differs: whyOthers)
        record("one-line/tokens-in-the-vocabulary", data.vocabulary.count)
        if let (texts, labels) = data.loaders.valid.first {
            show("\(texts.ids.shape) and \(labels.shape)", "shapes of a batch: numbers of tokens, and labels")
        }

        // How did a text become numbers? Which texts made the vocabulary? What fills the short ones up? The line says
        // nothing about it. The rest of this chapter takes it apart, and in section 11.6 puts the same batches
        // together from the parts.
    }
}
