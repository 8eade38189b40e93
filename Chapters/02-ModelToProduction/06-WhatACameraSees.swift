// # What a camera sees
//
// Section 2.6 · After this page you can try a model on pictures as its cameras will take them, before they do.

import Common
import Figures
import Notebook
import Tensors
import Vision

// A program does what somebody has written. What a trained net does, nobody has written: it comes out of its data. So
// nobody can read it and say what it will do in the next case, and no test of some cases settles all others. What can
// be done is to think hard about what will be different out there, and to try it.
//
// Suppose a national park wants to warn the people at a camp of bears. There is a classifier, trained on photos from
// the internet and nearly always right about those. The cameras of the camp do not take such photos. People put the
// *good* ones on the internet: sharp, close, by day, the bear looking at you. A camera takes whatever walks past:
//
// - moving pictures, so most of them are blurred;
// - at night, without colours;
// - few pixels, since the line to the cameras is slow, and answers are wanted at once;
// - bears far away, half behind a bush, or from behind.
//
// Most of these can be made of an ordinary photo, for a trial. Colours are taken away by `inGrey`; `coarse` gives each
// block of pixels one colour; `smeared` takes means along a row, as a slow shutter does; `smaller` puts a quarter-size
// picture on a ground of its mean colour; `behindBushes` covers stripes:

func inGrey(_ picture: Tensor) -> Tensor { picture.mean(axis: 0, keepingAxes: true) + Tensor.zeros(3, 1, 1) }

func coarse(_ picture: Tensor, by step: Int) -> Tensor {
    let (h, w) = (picture.shape[1], picture.shape[2])
    let small = picture[0..., ..<(h / step * step), ..<(w / step * step)]
        .reshaped(3, h / step, step, w / step, step).mean(axes: 2, 4)
    let rows = (0..<h).map { min($0 / step, h / step - 1) }, columns = (0..<w).map { min($0 / step, w / step - 1) }
    return small.entries(rows, axis: 1).entries(columns, axis: 2)
}

func smeared(_ picture: Tensor, over width: Int) -> Tensor {
    let w = picture.shape[2]
    let sum = (0..<width).reduce(Tensor.zeros(3, 1, 1)) { sum, shift in
        sum + picture.entries((0..<w).map { min(max($0 + shift - width / 2, 0), w - 1) }, axis: 2)
    }
    return sum / Float(width)
}

func smaller(_ picture: Tensor, by factor: Int) -> Tensor {
    let (h, w) = (picture.shape[1], picture.shape[2])
    let (high, wide) = (h / factor, w / factor)
    let small = picture[0..., ..<(high * factor), ..<(wide * factor)]
        .reshaped(3, high, factor, wide, factor).mean(axes: 2, 4)
    var page = picture.mean(axes: 1, 2).reshaped(3, 1, 1) + Tensor.zeros(3, h, w)
    page[0..., (h - high) / 2..<(h - high) / 2 + high, (w - wide) / 2..<(w - wide) / 2 + wide] = small
    return page
}

func behindBushes(_ picture: Tensor, using random: inout SplitMix64) -> Tensor {
    let w = picture.shape[2]
    let green = Tensor([0.13, 0.24, 0.09]).reshaped(3, 1, 1)
    let first = Int.random(in: 0..<4, using: &random), stripe = max(2, w / 10)
    let covered = Tensor((0..<w).map { ($0 / stripe + first) % 5 < 3 ? 1 : 0 }).reshaped(1, 1, w)
    return picture * (1 - covered) + green * covered
}

// A drawing is what section 2.1 calls `outlined`. `CameraTrouble` has all of them. (A bear from behind cannot be
// computed from one that looks at us. For that one needs photos, which is the point. Generated bears can be asked to
// turn round.)

/// What may be different about a camera's picture.
public enum CameraTrouble: String, CaseIterable, Sendable {
    case none = "as it was taken"
    case grey = "without colours"
    case night = "at night"
    case fewPixels = "few pixels"
    case moving = "moving"
    case farAway = "far away"
    case hidden = "behind bushes"
    case drawn = "drawn"

    /// The picture as it looks then. [3, h, w], from 0 to 1
    public func seen(_ picture: Tensor, using random: inout SplitMix64) -> Tensor {
        let (h, w) = (picture.shape[1], picture.shape[2])
        switch self {
        case .none: return picture
        case .grey: return inGrey(picture)
        case .night:
            // Little light, and a camera that makes the most of it: the noise becomes visible.
            let noise = Tensor.randn(1, h, w, using: &random) * 0.06
            return (inGrey(picture) * 0.4 + 0.06 + noise).clamped(min: 0, max: 1)
        case .fewPixels: return coarse(picture, by: max(2, w / 16))
        case .moving: return smeared(picture, over: max(2, w / 6))
        case .farAway: return smaller(picture, by: 4)
        case .hidden: return behindBushes(picture, using: &random)
        case .drawn: return inGrey(1 - 4 * outlined(picture)).clamped(min: 0, max: 1)
        }
    }
}

extension ModelToProduction {
    func asTheCameraSees() throws {
        let watch = try cameraWatch
        var random = run.random
        let picture = watch.pictures[watch.kinds.firstIndex(of: watch.names.count > 1 ? 1 : 0)!]
        show(
            ImageGrid(
                CameraTrouble.allCases.map { Photo(brightnesses: $0.seen(picture, using: &random)).raster },
                titles: CameraTrouble.allCases.map(\.rawValue), columns: 4, cellSize: 192),
            "One picture, and what a camera may make of it (\(dataName))")
    }

    func accuracyOfTheCamera() throws {
        // How often is the classifier right? Its last layer learns from three quarters of the photos as they are, on
        // features of a pretrained body, and is asked about the rest under each trouble (`cameraWatch` keeps all of
        // it):
        let watch = try cameraWatch
        let names = CameraTrouble.allCases.map(\.rawValue)
        let shares = CameraTrouble.allCases.indices.map { place in watch.splits.map { $0.accuracy(place) } }
        let means = shares.map { Spread($0).mean }
        let worst = means.indices.min { means[$0] < means[$1] }!
        let baseline = Spread(watch.splits.map(\.baseline)).mean
        show(
            Chart("Right about \(dataName)", x: "", y: "share of photos that are right", yLimits: 0...1) {
                Bars(names, means)
                Rule(y: baseline, "always the most frequent kind", colour: .vermilion)
            }, "Mean over \(counted(watch.splits.count, "split"))",
            predict: .choice(
                "All these show the same bears. Under which of them is the classifier worst?",
                Array(names[1...]), answer: names[max(1, worst)]))
        var table = TextTable(["pictures", "right", "sure by 0.9 and wrong"], decimals: 2)
        for (place, name) in names.enumerated() {
            table.add(name, Spread(shares[place]), Spread(watch.splits.map { $0.sureAndWrong(place) }))
            record("camera/right-\(slug(name))", over: shares[place])
        }
        let behind = watch.splits.compactMap(\.fromBehind)
        if !behind.isEmpty { table.add("from behind (others, generated)", Spread(behind)) }
        table.add("always the most frequent kind", Spread(watch.splits.map(\.baseline)))
        show(table, "Share of photos that were not learned from")
        record("camera/always-the-most-frequent-kind", over: watch.splits.map(\.baseline))
        // The first row is what a validation set says, and it is true of photos like those in it. The other rows are
        // the camp. Nothing in the first row announces them. So a validation set should be made of what the model will
        // meet; if there is nothing of the kind yet, that is the first thing to collect.
    }
}
