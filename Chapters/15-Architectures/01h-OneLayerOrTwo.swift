// # One linear layer or two
//
// Section 15.1 · After this page you can test whether a head needs a hidden layer, near the old task and far from it.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Vision

// The head of most pretrained nets is a single linear layer, and ImageNet's thousand classes need no more: the body was
// trained together with it, until its features could be told apart by flat cuts. The book's head has two linear layers.
// The reason that the book gives is transfer to something very different, where the features do not fit so well.
//
// If that is the reason, the second layer should bring more, the farther the new task is from the old one. Pets are
// near to what the body has seen. Far away are digits, white on black. `drawnDigits` are some, as photos:

/// Photos of digits, drawn by a program, with their labels.
func drawnDigits(each count: Int) -> (photos: [Photo], labels: [Int]) {
    let digits = DigitImages.generated(digits: Array(0..<10), train: count, valid: 0).train
    let bytes = digits.images.scalars
    let area = 28 * 28
    let photos = (0..<digits.count).map { number -> Photo in
        let grey = bytes[number * area..<(number + 1) * area]
        return Photo(height: 28, width: 28, pixels: grey.flatMap { [$0, $0, $0] })
    }
    return (photos, digits.labels)
}

extension Architectures {
    func nearAndFar() throws {
        let (pets, body) = (try pooledPets, try petBody)
        let digits = drawnDigits(each: run.size(quick: 6, usual: 40))
        let far = try PooledPhotos(
            digits.photos, labels: digits.labels, classes: 10, body.body(), side: run.size(quick: 32, usual: 64))
        var (table, gains) = (TextTable(["task", "one layer", "two layers", "difference"], decimals: 3), [[Double]]())
        for (name, photos) in [("pets", pets), ("digits", far)] {
            let one =
                name == "pets"
                ? try oneLayerHead
                : try headAccuracies(photos, photos.both) { random in
                    withoutPooling(createHead(2 * photos.channels, photos.classes, hidden: [], using: &random))
                }
            let two =
                name == "pets"
                ? try wholeHead
                : try headAccuracies(photos, photos.both) { random in
                    withoutPooling(createHead(2 * photos.channels, photos.classes, using: &random))
                }
            let difference = zip(two, one).map { $0 - $1 }
            gains.append(difference)
            table.add(
                "\(name), guessing \(fixed(photos.majorityShare, 2))", Spread(one), Spread(two), Spread(difference))
            record("layers/one-on-\(name)", over: one)
            record("layers/two-on-\(name)", over: two)
        }
        let (near, away) = (Spread(gains[0]).mean, Spread(gains[1]).mean)
        show(
            table, "Accuracy of heads with one and with two linear layers: \(body.title)",
            predict: .choice(
                "On which task does the second layer bring more?", ["pets", "digits"],
                answer: near > away ? "pets" : "digits"))
        record("layers/gain-on-pets", over: gains[0])
        record("layers/gain-on-digits", over: gains[1])

        // Do the numbers fit the reason?
        let noise = max(Spread(gains[0]).deviation ?? 0, Spread(gains[1]).deviation ?? 0)
        show(
            away - near > noise
                ? "They do: the second layer brings more where the task is far away, and by more than seeds differ."
                : away > near
                    ? "They point its way: more where the task is far away. But seeds differ by as much."
                    : "They do not: on these two tasks the second layer brings no more where the task is far away.")

        // Two tasks are two tasks. What the experiment gives you is the way to ask for yours: it takes seconds, because
        // the body works only once.
    }

    func aTaskThatIsNotFlat() throws {
        // That there are tasks of the kind is easily shown. Take two features, and let the class be whether exactly one
        // of them is above zero. No flat cut through the plane separates these classes:
        let count = run.size(quick: 100, usual: 1000)
        let runs = run.overSeedsAtOnce(headSeeds) { random -> [Double] in
            func points(_ random: inout SplitMix64) -> (Tensor, IntTensor) {
                let x = Tensor.randn(count, 2, using: &random)
                let y = (0..<count).map { (x[$0][0].item > 0) != (x[$0][1].item > 0) ? 1 : 0 }
                return (x, IntTensor(y))
            }
            let (train, valid) = (points(&random), points(&random))
            return [[], [32]].map { hidden in
                let head = withoutPooling(createHead(2, 2, hidden: hidden, dropout: 0, using: &random))
                fit(head, train.0, train.1, steps: run.size(quick: 60, usual: 150), rate: 0.03)
                return accuracy(head, valid.0, valid.1)
            }
        }
        let (one, two) = (runs.map { $0[0] }, runs.map { $0[1] })
        var table = TextTable(["head", "accuracy"], decimals: 3)
        table.add("one linear layer", Spread(one))
        table.add("two linear layers", Spread(two))
        show(
            table, "Is exactly one of two numbers above zero?",
            predict: .number(
                "The class says whether exactly one of two numbers is above 0. How often is one linear layer right, about?",
                Spread(one).mean, within: .plusMinus(0.1)))
        record("exclusive-or/one-layer", over: one)
        record("exclusive-or/two-layers", over: two)
    }
}
