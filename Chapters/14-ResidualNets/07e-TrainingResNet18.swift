// # ResNet-18, trained
//
// Section 14.7 · After this page you have trained a small ResNet-18, and have seen what stem and depth are worth.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The same pictures and the same five epochs as for the nets of sections 14.2 and 14.5 (`fiveEpochs`). The book gets
// from 69.3 % with two blocks in each stage to 75.7 %, and its epochs take hardly longer than before, 13 seconds
// instead of 12. Our net is narrower (`width`), because two cores are no graphics card. `--full` takes the book's
// width. The trained nets are `resNet18s`:

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
            "\(percent(accuracy)) right; always the most frequent class: \(percent(Double(try majorityShare)))",
            "after the last epoch")
        // #hide
        if run.size == .quick { show("(A quick run is too short to learn anything.)") }
    }

    func asFastAsBefore() {
        // That the larger net takes no longer, the book puts down to the stem. What does the stem save? Here are both
        // nets in the book's sizes, a few pictures of 128 × 128 there and back. And a third, ResNet-18 without the max
        // pooling of its stem, so that all groups work on grids twice as high and wide:
        var random = run.random
        let x = Tensor.randn(run.size(quick: 1, usual: 2), 3, 128, 128, using: &random)
        let resNet = OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random)
        let nets: [(String, any Layer<Tensor, Tensor>)] = [
            ("two blocks in each stage", residualNet(classes: 10, blocks: 2, using: &random)), ("ResNet-18", resNet),
            ("ResNet-18, no max pooling", Sequential(resNet.layers.layers.filter { !($0 is MaxPool2d) })),
        ]
        var works: [Double] = []
        var table = TextTable(["net", "parameters", "million multiplications"], decimals: 0)
        var times = TextTable(["net", "milliseconds for a picture"], decimals: 1)
        for (name, net) in nets {
            let work = ledger(of: net, for: x[0..<1]).reduce(0) { $0 + $1.multiplications }
            let runs = (0..<run.size(quick: 1, usual: 3)).map { _ in
                ContinuousClock().measure { net(x).sum().backward() } / .milliseconds(1)
            }
            works.append(Double(work) / 1e6)
            table.add(name, net.parameterCount, works.last!)
            times.add(name, runs.min()! / Double(x.shape[0]))
        }
        show(
            table, "Three nets for pictures of 128 × 128",
            predict: .choice(
                "ResNet-18 has twice as many channels on each grid as the net of two blocks in each stage. How many times "
                    + "as many multiplications does it need, stem and all?", ["twice", "four times", "eight times"],
                answer: works[1] < 3 * works[0] ? "twice" : works[1] < 6 * works[0] ? "four times" : "eight times"))
        show(times, "Training time on this machine, in milliseconds")

        // So the stem does what it is for. Without its second halving the wide groups would have four times as much to
        // multiply, and the net would take longer, though not four times as long. But the stem does not make ResNet-18
        // as cheap as the other net: twice the channels going in and coming out are four times the work, and a
        // processor needs most of that in time. If a graphics card needs 13 seconds instead of 12, then it was waiting
        // for something else, the same for both nets. (Nine thousand photos must be read, cut, turned and lit for every
        // epoch.) The stem is a reason, and spare time is the other one.
    }

    // MARK: Helpers

}
