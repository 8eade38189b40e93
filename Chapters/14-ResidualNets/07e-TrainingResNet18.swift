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

    func asFastAsBefore() {
        // Is it the stem, though? Here are both nets in the book's sizes, a few pictures of 128 × 128 there and back:
        var random = run.random
        let x = Tensor.randn(run.size(quick: 1, usual: 8), 3, 128, 128, using: &random)
        let nets: [(String, any Layer<Tensor, Tensor>)] = [
            ("two blocks in each stage", residualNet(classes: 10, blocks: 2, using: &random)),
            ("ResNet-18", OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random)),
        ]
        var table = TextTable(["net", "parameters", "million multiplications"], decimals: 0)
        var times = TextTable(["net", "milliseconds for a picture"], decimals: 1)
        for (name, net) in nets {
            let work = ledger(of: net, for: x[0..<1]).reduce(0) { $0 + $1.multiplications }
            let runs = (0..<run.size(quick: 1, usual: 3)).map { _ in
                ContinuousClock().measure { net(x).sum().backward() } / .milliseconds(1)
            }
            table.add(name, net.parameterCount, Double(work) / 1e6)
            times.add(name, runs.min()! / Double(x.shape[0]))
        }
        show(table, "Two nets for pictures of 128 × 128")
        show(times, "Training time on this machine, in milliseconds")

        // The wide groups of ResNet-18 have four times the weights. Behind a stem that has halved the picture twice, they
        // are used at a quarter of the places.
    }

    // MARK: Helpers

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
