// # From scores to a loss
//
// Section 19.5 · After this page you can pick the log-probabilities of the right classes out of a batch, and compute
// them from scores in the two ways that come to mind first.

import Common
import Figures
import Notebook
import Tensors

// The net of section 19.4 gives one score for each class. A loss says how bad the scores of a batch are, in one number.
//
// Suppose we had probabilities instead, or better still their logarithms. Then we would look at the class that an item
// really has, and nowhere else. A probability of 1 there has the logarithm 0, and the smaller it is, the further the
// logarithm falls below 0. Turn the sign, take the mean over the items, and that is the *negative log-likelihood*. Each
// row of the tensor is an item, so from each row we gather one number, at the place that its label says:

/// −mean of each item's log-probability of its own class. (The book's `nll`.)
///
/// logProbabilities [n, classes] · n labels, each 0 ..< classes → []
public func nll(_ logProbabilities: Tensor, _ labels: [Int]) -> Tensor {
    require(
        logProbabilities.rank == 2 && logProbabilities.shape[0] == labels.count && !labels.isEmpty,
        "nll of \(logProbabilities.shape) and \(labels.count) labels", "every row needs one label",
        try: "log-probabilities [n, classes] and n labels")
    return -logProbabilities.gathered(axis: 1, IntTensor(labels).unsqueezed(1)).mean()
}

extension LearnerFromScratch {
    func onlyTheRightClassCounts() {
        // Two items, three classes. The first has class 0, which gets a probability of 0.5, the second has class 2,
        // which gets 0.25. The other numbers play no part:
        let probabilities = Tensor([[0.5, 0.3, 0.2], [0.7, 0.05, 0.25]])
        show(
            significant(nll(probabilities.log(), [0, 2]).item, 5), "(ln 2 + ln 4) / 2",
            ask: "ln 2 is 0.693 and ln 4 is twice that. What is the loss?")

        // There is a logarithm in the name and none in the function. (It is the same in PyTorch, whose `nll_loss` has
        // caught many.) Hand it the probabilities themselves, and it gives a number, without a complaint:
        show(nll(probabilities, [0, 2]).item, "the same without the logarithm: below 0, which no loss should be")
    }
}

// How do scores become log-probabilities? By *softmax*: raise e to each score, which makes it positive, and divide by
// the sum of the row, so that the row adds up to 1. Then the logarithm. Written down as it is said:

/// ln(eˣ / Σ eˣ) along the last axis, as it is defined. (The book's first `log_softmax`.)
/// x [..., classes] → of the same shape
public func logOfSoftmax(_ x: Tensor) -> Tensor {
    (x.exp() / x.exp().sum(axis: -1, keepingAxes: true)).log()
}

// The logarithm of a quotient is a difference of logarithms, and the logarithm of eˣ is x. So the division can be left
// out, and most of the work with it:

/// x − ln Σ eˣ along the last axis. (The book's second `log_softmax`.)
/// x [..., classes] → of the same shape
public func differenceOfLogs(_ x: Tensor) -> Tensor {
    x - x.exp().sum(axis: -1, keepingAxes: true).log()
}

// To try them on something real we need scores: those that nets with random weights give to a batch of training
// pictures. `PrepareInputs` of section 19.2 normalizes them and puts their channels first. `batch` is the pictures with
// their labels, and `untrainedScores` has the scores of one net for each seed:

extension LearnerFromScratch {
    /// Pictures [n, 3, height, width], ready for a net, and n labels.
    var batch: (x: Tensor, labels: [Int]) {
        get throws {
            try run.once {
                let size = run.size(quick: 16, usual: 128)
                let loader = DataLoader(try trainSet, batchSize: size, shuffle: true, seed: run.seed)
                guard let batch = try loader.first() else { return (.zeros(0, 3, 64, 64), []) }
                return (PrepareInputs(try normalize)(batch.x), batch.y)
            }
        }
    }

    /// What untrained nets say about the batch, one net for each seed: [n, classes]
    var untrainedScores: [Tensor] {
        get throws {
            try run.once {
                let (x, classes) = (try batch.x, try labels.count)
                return run.overSeeds(run.size(quick: 2, usual: 5)) { random in
                    let net = simpleCNN(classes: classes, using: &random)
                    return noGrad { net(x) }
                }
            }
        }
    }

    /// How our experiments differ from the book's, whatever the data.
    var whatDiffers: String {
        get throws {
            source.isBooks ? "random numbers, PNG files" : "other pictures, in \(try labels.count) classes"
        }
    }
}

extension LearnerFromScratch {
    func lossOfAnUntrainedNet() throws {
        // The first number of the first picture, from both functions. (The third version comes on the next page.)
        let (scores, labels) = (try untrainedScores, try batch.labels)
        let differs = try whatDiffers
        record(
            "log-softmax/by-definition", over: scores.map { logOfSoftmax($0)[0, 0].item }, book: -1.2790,
            differs: differs)
        record(
            "log-softmax/by-difference", over: scores.map { differenceOfLogs($0)[0, 0].item }, book: -1.2790,
            differs: differs)

        // And the loss of the batch. What would it be if a net knew nothing, and gave all classes the same score?
        let classes = scores[0].shape[1]
        show(
            significant(nll(differenceOfLogs(.zeros(1, classes)), [0]).item, 5),
            "the loss of equal scores: the logarithm of \(classes)",
            ask: "All \(classes) classes get the same score. What is the loss?")
        record(
            "nll/untrained", over: scores.map { nll(differenceOfLogs($0), labels).item }, book: 2.5666, differs: differs
        )

        // An untrained net is seldom as good as one that knows that it knows nothing. Its scores differ from class to
        // class without a reason, and being sure without a reason costs more than it gains. (With the book's ten
        // classes equal scores have a loss of ln 10 = 2.3026, and the book's net began with 2.5666.)
    }
}
