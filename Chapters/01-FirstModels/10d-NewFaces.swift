// # Somebody new
//
// Section 1.10 · After this page you know why all items of a person, a ship or a street belong into the same set.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Time is not the only thing in which the future differs. A competition wanted photos of drivers classified: safe
// driving, telephoning, and so on. There were many photos of each driver, taken from films. When such a model is used,
// the driver will be somebody new. But put photos into the sets at random, and for nearly every one in the validation
// set there is another one in the training set that was taken a second earlier: same face, same shirt, same gesture.
// The model need not know what telephoning looks like, only that Anna in the green shirt was doing it. (The book's
// figure 1-22 shows two such photos.)
//
// These drivers are drawn (`madeUpFrame`). Each has a film with both hands on the wheel, and one with a telephone at
// the ear:

/// A frame of a film of a driver, who holds the wheel or a telephone.
func madeUpFrame(driver: Int, isTelephoning: Bool, using random: inout SplitMix64) -> Raster {
    var looks = SplitMix64(seed: UInt64(1000 + driver))
    func colour() -> Colour {
        Colour(
            UInt8.random(in: 40...230, using: &looks), UInt8.random(in: 40...230, using: &looks),
            UInt8.random(in: 40...230, using: &looks))
    }
    let (car, shirt, hair) = (colour(), colour(), colour())
    let skin = Colour(224, 172, 130).mixed(with: Colour(80, 50, 30), Double.random(in: 0...1, using: &looks))
    var film = SplitMix64(seed: UInt64(5000 + 2 * driver + (isTelephoning ? 1 : 0)))
    let place = SIMD2(Double.random(in: 10...18, using: &film), Double.random(in: 7...11, using: &film))
    let shake = SIMD2(Double.random(in: -0.7...0.7, using: &random), Double.random(in: -0.7...0.7, using: &random))
    let head = place + shake
    var raster = Raster(width: 32, height: 32, fill: car)
    raster.disc(head + SIMD2(0, 13), 8, shirt)
    raster.disc(head + SIMD2(0, -1), 5, hair)
    raster.disc(head, 4, skin)
    raster.fill(x: 24..<26, y: 16..<30, Colour(grey: 30))
    // The wheel is held in both cases with one hand; what the other one does is the question.
    raster.disc(SIMD2(24, 26), 1.8, skin)
    raster.disc(isTelephoning ? head + SIMD2(4.5, 1) : SIMD2(24, 18), 1.8, skin)
    let light = Int.random(in: -4...4, using: &random)
    return Raster(
        width: 32, height: 32, channels: 3, pixels: raster.pixels.map { UInt8(max(0, min(255, Int($0) + light))) })
}

// The model is the one that remembers everything (`NearestItem` from the first page of this section), and looks for the
// most similar picture. It is judged twice: by frames that are drawn at random, and by drivers who are all new. Each
// time a fifth is held back, and then another fifth, until everybody's turn has come.

extension FirstModels {
    func twoFrames() {
        var random = run.random
        let (drivers, frames) = (run.size(quick: 8, usual: 26), run.size(quick: 3, usual: 10))
        var (pictures, labels, who) = ([Raster](), [Int](), [Int]())
        for driver in 0..<drivers {
            for label in 0...1 {
                for _ in 0..<frames {
                    pictures.append(madeUpFrame(driver: driver, isTelephoning: label == 1, using: &random))
                    labels.append(label)
                    who.append(driver)
                }
            }
        }
        let some = [0, 1, frames, frames + 1, 2 * frames, 2 * frames + 1, 3 * frames, 3 * frames + 1]
        show(
            ImageGrid(
                some.map { pictures[$0] },
                titles: some.map { "driver \(who[$0] + 1), \(labels[$0] == 1 ? "telephone" : "wheel")" }, columns: 4),
            "Two frames each of two drivers at the wheel and with a telephone")
        let items = pictures.map { $0.pixels.map { Float($0) } }
        // `accuracyOn` trains on all but the frames that are held back, and judges by those:
        func accuracyOn(_ isHeld: (Int) -> Bool) -> Double {
            let (held, learned) = (items.indices.filter(isHeld), items.indices.filter { !isHeld($0) })
            let model = NearestItem(learned.map { items[$0] }, labels: learned.map { labels[$0] })
            return model.accuracy(held.map { items[$0] }, labels: held.map { labels[$0] })
        }
        let (frameOrder, driverOrder) = (random.permutation(items.count), random.permutation(drivers))
        let atRandom = (0..<5).map { fifth in accuracyOn { frameOrder[$0] % 5 == fifth } }
        let honest = (0..<5).map { fifth in accuracyOn { driverOrder[who[$0]] % 5 == fifth } }
        let means = [atRandom, honest].map { Spread($0).mean }
        let options = [
            "nearly as well as before", "worse, but far better than guessing", "hardly better than guessing",
        ]
        // What is left of its lead over guessing?
        let left = (means[1] - 0.5) / max(means[0] - 0.5, 1e-9)
        show(
            Chart("Frames or drivers held back", x: "", y: "right", yLimits: 0...1) {
                Bars(["frames at random", "new drivers"], means)
                Rule(y: 0.5, "guessing")
            }, "Is there a telephone? The mean of five fifths of \(counted(drivers, "driver"))",
            predict: .choice(
                "The model finds the most similar frame. How does it do with drivers whom it has never seen?",
                options, answer: options[left > 0.9 ? 0 : left > 0.4 ? 1 : 2]))
        record("drivers/frames-at-random", over: atRandom)
        record("drivers/new-drivers", over: honest)
    }

    func newVoices() throws {
        // And with a real net? The recognizer of spoken digits was judged by recordings of people whom it had heard
        // (section 1.7). Now whole speakers are held back, a third of them each time:
        let (digits, known) = (try spokenDigits, try digitAccuracies)
        let speakers = Set(digits.map(\.group)).sorted()
        let parts = min(run.size(quick: 1, usual: 3), max(1, speakers.count / 2))
        let accuracies = try (0..<parts).map { part in
            let held = Set(speakers.indices.filter { $0 % max(2, parts) == part }.map { speakers[$0] })
            let found = try drawnAccuracies(digits, seeds: 1, epochs: digitEpochs) { _ in
                .function { held.contains($0.group) }
            }
            return found[0]
        }
        var table = TextTable(["judged by", "accuracy", "lowest", "highest"], decimals: 3)
        for (name, values) in [("recordings at random", known), ("speakers who are new", accuracies)] {
            table.add(name, Spread(values).mean, values.min()!, values.max()!)
        }
        let (before, after) = (Spread(known).mean, Spread(accuracies).mean)
        show(
            table, "The same net for spoken digits, judged in two ways, on \(data.sounds.name)",
            predict: .change(
                "Not recordings but speakers are held back. What happens to the accuracy?", from: before, to: after))
        record("sounds/accuracy-with-new-speakers", over: accuracies)

        // Which of the two is right depends on what the program is for. If it will only ever hear these people, the
        // first; if it goes to anybody, the second. A competition about fish had photos from ships, and tested on
        // other ships. With pictures from satellites one has to ask: will it be other days, or other countries?
        // Always the same question: what will be new when it counts?
    }
}

// MARK: Helpers

extension Raster {
    /// A filled circle; what sticks out is cut off.
    fileprivate mutating func disc(_ middle: SIMD2<Double>, _ radius: Double, _ colour: Colour) {
        for y in 0..<height {
            for x in 0..<width {
                let away = SIMD2(Double(x) + 0.5, Double(y) + 0.5) - middle
                if (away * away).sum() <= radius * radius { self[x, y] = colour }
            }
        }
    }
}
