// # The largest losses
//
// Section 2.4 · After this page you can read the four words above a photo, and know why the worst photos may have the
// best of the net.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The loss of a photo is large in two cases. Either the net is wrong, and the more so, the surer it was. Or it is
// right, and not sure. So the photos with the largest losses show what is difficult, and more. In the book, four
// things stand above each of them: what the net *predicts*, what the *actual* label is, the *loss*, and the
// *probability* that the net gives to what it predicts. (Not to the actual label! That one is in the loss already:
// its logarithm with a minus.) `fourWords` puts them together:

/// Prediction, actual label, loss, and the probability of the prediction: what stands above each photo in the book's
/// `plot_top_losses`.
public func fourWords(_ photo: TopLoss) -> String {
    [photo.predicted, photo.actual, String(format: "%.2f", photo.loss), String(format: "%.2f", photo.probability)]
        .joined(separator: " / ")
}

extension ModelToProduction {
    func worstBears() throws {
        let judged = try ClassificationInterpretation(trained)
        let photos = try trained.data.datasets.valid.photos
        let worst = judged.topLosses(run.size(quick: 2, usual: 5))
        show(
            ImageGrid(
                try worst.map { try photos[$0.place].opened().photo(atLeast: 320).raster },
                titles: worst.map(fourWords), columns: 3, cellSize: 320),
            "Prediction/Actual/Loss/Probability: validation photos of \(dataName)")
        let p = worst[0].actual == worst[0].predicted ? worst[0].probability : exp(-worst[0].loss)
        show(
            fixed(p, 4), "the probability of the actual label of the first one",
            predict: .number(
                "The first loss is \(String(format: "%.2f", worst[0].loss)). Which probability did the actual label get?",
                Double(p), within: .percent(10)))
        // #hide
        if worst[0].actual == worst[0].predicted {
            show("(Even the worst photo was taken for what it is: a large loss need not be a mistake.)")
        }

        // In the book, the first photo was predicted to be a grizzly, quite surely, and labelled "black". Look at it,
        // and it is a grizzly. The net was right, and the label was wrong! It came from a search engine, and search
        // engines know pages better than pictures. So is a net that contradicts a label with such confidence wrong,
        // or the label? The losses cannot tell you. But they tell you where to look, and that is all you need.
    }

    func surenessAndLoss() throws {
        // How loss, sureness and right or wrong hang together, for every possible probability of the actual label, when
        // there are two kinds:
        let p = (1...99).map { Float($0) / 100 }
        show(
            Chart("The loss of a photo", x: "probability of the actual label", y: "loss") {
                Line(p, p.map { -log($0) }, "loss")
                Rule(x: 0.5, "wrong to the left, right to the right")
                Rule(y: log(Float(2)), "ln 2", colour: .green)
            }, "Wrong and sure is at the top left")
        record(
            "top-losses/sure-and-wrong-against-unsure-and-right", Double(log(0.01) / log(0.51)),
            predict: .number(
                "Of two kinds, one photo's actual label gets 1 % (wrong and sure), another's 51 % (right, unsure). How many "
                    + "times as large is the first loss?", Double(log(0.01) / log(0.51)), within: .percent(15)))
    }
}
