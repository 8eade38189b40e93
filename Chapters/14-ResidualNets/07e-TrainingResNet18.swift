// # ResNet-18, trained
//
// Section 14.7 · After this page you have trained a small ResNet-18, and have seen what stem and depth are worth.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The same pictures and the same five epochs as for the nets of sections 14.2 and 14.5 (`fiveEpochs`). The book gets
// from 69.3 % with two blocks in each stage to 75.7 %, and its epochs take hardly longer than before, 13 seconds
// instead of 12: that is the plain stem. Our net is narrower (`width`), because two cores are no graphics card.
// `--full` takes the book's width. The trained nets are `resNet18s`:

extension ResidualNets {
    /// How many channels our ResNets have behind the stem.
    var resNetWidth: Int { run.size(quick: 8, usual: 16, full: 64) }

    /// A trained ResNet-18 for each seed.
    var resNet18s: [PictureLearner] {
        get throws {
            try run.once {
                let (width, classes) = (resNetWidth, try classNames.count)
                return try fiveEpochs {
                    OwnResNet(classes: classes, blocks: [2, 2, 2, 2], width: width, using: &$0).layers
                }
            }
        }
    }

    func fiveEpochsOfResNet18() throws {
        // Epoch by epoch beside the book's table:
        let learners = try resNet18s
        show(learners.beside(BookTrainings.resNet18), "ResNet-18 on \(dataName), and the book's on Imagenette")
        learners.recordEnd(
            "resnet18", beside: BookTrainings.resNet18, differs: "\(try ourScale); ResNet of width \(resNetWidth) (64)")

        // And beside the answer that is always the same, the most frequent class:
        let accuracy = learners.accuracy
        show(
            "\(percent(accuracy)) right; always the most frequent class: \(percent(Double(try majority)))",
            "after the last epoch")
        // #hide
        if run.size == .quick { show("(A quick run is too short to learn anything.)") }
    }

    // MARK: Helpers

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
