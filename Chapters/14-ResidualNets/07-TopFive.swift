// # Right within five
//
// Section 14.7 · After this page you can compute top-5 accuracy, and say when it is fairer than plain accuracy.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Three years after the paper about residual nets, Tong He and others tried out what had been learned about them since
// ("Bag of Tricks for Image Classification with Convolutional Neural Networks", 2018). None of it was a new idea. They
// changed a few layers and trained with Mixup (section 7.5). With all this, their ResNet-50 got 94.6 % of ImageNet
// right within five guesses; a plain one without Mixup gets 92.2 %. It was also better than plain residual nets of
// twice as many layers, which take twice as long. (We cannot repeat that here: ImageNet has more than a million photos
// of a thousand classes.) This section builds their net.
//
// First, what is "right within five guesses"? A net for a thousand classes gives a thousand scores. *Top-5 accuracy*
// counts a picture as right if its label is among the five largest; accuracy as we know it is top-1. `topK` finds the
// places of the k largest numbers of each row, the largest first. The label is compared with all of them:

/// The share of rows whose label is among the k largest scores.
///
/// scores [n, classes] · labels [n]
public func topAccuracy(_ scores: Tensor, _ labels: IntTensor, k: Int = 5) -> Float {
    let guesses = scores.topK(k, axis: 1).indices  // [n, k]
    let isHit = Tensor(guesses .== labels.unsqueezed(1))  // [n, k], at most one 1 in a row
    return isHit.sum(axis: 1).mean().item
}

extension ResidualNets {
    func rightWithinFive() {
        // Three pictures, four classes. The labels are 0, 1 and 2:
        let scores = Tensor([[5, 1, 2, 0], [3, 2, 9, 1], [4, 3, 1, 2]])
        let labels = IntTensor([0, 1, 2])
        show(fixed(topAccuracy(scores, labels, k: 1), 4), "right with one guess: only the first")
        show(
            significant(topAccuracy(scores, labels, k: 3), 4), "right within three",
            ask: "The second picture has the scores 3, 2, 9, 1 and label 1, the third 4, 3, 1, 2 and label 2. What "
                + "share of the three pictures is right within three guesses?")
        show(
            topAccuracy(scores, labels, k: 1) == Metric<IntTensor>.accuracy.value(scores, labels),
            "top-1 is the usual accuracy")

        // When is top-5 the fairer number? Many photos show more than one thing: a dog on a bench, with one of them as
        // the label. Let us make the perfect net for such photos, one that sees everything. Each of a thousand pictures
        // shows two of a hundred classes, and the label is one of the two, chosen by a coin. Both get a score of 1, all
        // others 0. (Of two equal scores, `topK` takes the earlier place first.)
        var random = run.random
        let (count, classes) = (1000, 100)
        var (all, coin) = ([Float](repeating: 0, count: count * classes), [Int]())
        for picture in 0..<count {
            let shown = random.permutation(classes).prefix(2)
            for thing in shown { all[picture * classes + thing] = 1 }
            coin.append(shown[0])
        }
        let (seen, label) = (Tensor(shape: [count, classes], all), IntTensor(coin))
        let (one, two) = (topAccuracy(seen, label, k: 1), topAccuracy(seen, label, k: 2))
        show(
            one, "top-1 accuracy of a net that sees everything",
            predict: .share(
                "Two objects in every picture, and a coin decides which is the label. What is the accuracy of a net that "
                    + "recognizes both?", one, within: .plusMinus(0.1)))
        show(two, "top-2 accuracy of the same net")

        // Nothing is wrong with this net, and top-1 marks it down for every second picture. The same goes for labels
        // that nobody can tell apart, such as two breeds of terrier: where the label is partly chance, top-1 measures
        // chance. With results near 100 % even on ImageNet, many report top-1 again.
    }

    func whatGuessingGives() {
        // The other side of it: five guesses are more likely to hit by luck. Whoever gives five different answers
        // without looking is right five times out of the number of classes:
        var random = run.random
        var table = TextTable(["classes", "top-1 by luck", "top-5 by luck", "measured on 2,000 pictures"], decimals: 4)
        for classes in [10, 100, 1000] {
            let scores = Tensor.rand(2000, classes, low: 0, high: 1, using: &random)
            let labels = IntTensor((0..<2000).map { $0 % classes })
            table.add(classes, 1 / Double(classes), 5 / Double(classes), topAccuracy(scores, labels))
        }
        show(table, "Right within five without looking")

        // With a thousand classes that is next to nothing. With the ten of this chapter half of all pictures are right
        // by luck, so we stay with plain accuracy.
    }
}
