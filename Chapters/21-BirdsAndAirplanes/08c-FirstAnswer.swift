// # An answer before learning
//
// Section 21.8 · After this page you can ask an untrained net what it sees, and read its answer.

import Common
import Figures
import Layers
import Notebook
import Tensors

// All parts are there: a picture, a net, and softmax behind it. What does the net say before it has learned anything?
// The book shows it the first item of its `cifar2`, which is a bird. We take the first bird of this run:

extension BirdsAndAirplanes {
    /// The first bird of the training set, normalized [3, 32, 32].
    var firstBird: Tensor {
        get throws {
            let pictures = try trainPictures
            return pictures[pictures.labels.firstIndex(of: 1)!].0
        }
    }

    func askTheUntrainedNet() throws {
        let bird = try firstBird
        show(
            ImageGrid([try shown(bird), Raster(bird)], titles: ["as it is", "normalized"], columns: 2),
            "The first bird of \(dataName); normalized numbers below 0 are painted black")

        // The layer `Softmax` goes to the end of the net. The picture needs the axis of the batch in front:
        var random = run.random
        let net = Sequential(shallowNet(using: &random), Softmax(axis: 1))
        let output = net(bird.unsqueezed(0))
        show("\(bird.shape) → \(bird.unsqueezed(0).shape) → \(output.shape)", "shapes")
        show(output, "airplane and bird")
        show(output.gradFn ?? "nothing", "the last operation that was recorded, for the way back")

        // The largest output is the answer. `max(axis:)` gives both the value and the place (the book's `torch.max(out,
        // dim=1)`):
        let (values, places) = output.max(axis: 1)
        show("\(pairNames[places[0].item]), with \(fixed(values[0].item, 3))", "the net's answer")
    }

    func luckOfTheFirstAnswer() throws {
        // The book's net says 0.4784 and 0.5216, so "bird", and it is right. That is luck. Nothing has told the net yet
        // that the first output means airplane; only the loss will tie outputs to classes. Other weights, other
        // answers:
        let bird = try firstBird.unsqueezed(0)
        let answers = run.overSeeds(run.size(quick: 3, usual: 20, full: 100)) { random in
            noGrad { shallowNet(using: &random)(bird).softmax(axis: 1)[0, 1].item }
        }
        record(
            "untrained/bird", over: answers, book: 0.5216, differs: "other random weights; the book has one draw")
        record(
            "untrained/airplane", over: answers.map { 1 - $0 }, book: 0.4784,
            differs: "other random weights; the book has one draw")
        let birds = answers.count { $0 > 0.5 }
        show(
            "\(birds) of \(answers.count)", "nets that call it a bird",
            predict: .yesNo(
                "\(answers.count) untrained nets look at the same bird. Do all of them say \"bird\"?",
                birds == answers.count))

        // An answer like 48 to 52 looks modest, as if the net knew that it knows nothing. Do not get used to it.
        // Trained nets are usually very sure, even where they are wrong, as section 21.10 shows. (Bayesian nets are a
        // remedy, which neither the book nor we go into.)
    }
}
