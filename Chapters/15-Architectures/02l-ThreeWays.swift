// # Three ways up, compared
//
// Section 15.2 · After this page you know what the cross connections are worth, in numbers and to the eye.

import Common
import Figures
import Notebook
import Tensors
import Vision

// The same body, the same pictures in the same order, as many epochs at the same rates, levels of the same widths: what
// differs is the way up. Beside them stands `mostFrequentGuess`, the most frequent class everywhere. Whether one is
// better than the other may be luck, so each is trained over several seeds.

extension Architectures {
    /// The most frequent class everywhere.
    var mostFrequentGuess: JudgedMasks {
        get throws {
            let (block, masks, code) = (try maskBlock, try judgedStreets.masks, UInt8(try mostFrequentCode))
            var result = JudgedMasks(
                counts: PixelCounts(classes: block.outputs, void: block.void), thin: ThinPixels(), masks: [])
            for mask in masks {
                let guess = Mask(height: mask.height, width: mask.width, codes: mask.codes.map { _ in code })
                result.counts.add(Mask.collate([guess]), Mask.collate([mask]))
                result.thin.add(guess, mask, void: block.void)
            }
            return result
        }
    }

    func comparedWays() throws {
        // `values` are those of one way up, over all seeds:
        let results = try trainedWays
        let ways: [WayUp] = [.copied, .transposed, .crossing]
        func values(_ way: WayUp, _ number: (JudgedMasks) -> Double) -> [Double] { results.map { number($0[way]!) } }
        var table = TextTable(["way up", "pixel accuracy", "mean IoU", "thin pixels right"], decimals: 3)
        for way in ways {
            table.add(
                way.rawValue, Spread(values(way, \.counts.accuracy)),
                Spread(values(way, \.counts.meanIntersectionOverUnion)), Spread(values(way, \.thin.accuracy)))
        }
        let guess = try mostFrequentGuess
        table.add(
            "always “\(try maskBlock.codes[try mostFrequentCode])”", guess.counts.accuracy,
            guess.counts.meanIntersectionOverUnion, guess.thin.accuracy)
        show(
            table, "\(counted(results.count, "seed")), \(counted(epochsOfWays, "epoch")) each, on \(streetName)",
            predict: .choice(
                "Which way up has the highest mean IoU?", ways.map(\.rawValue),
                answer: ways.max {
                    Spread(values($0, \.counts.meanIntersectionOverUnion)).mean
                        < Spread(values($1, \.counts.meanIntersectionOverUnion)).mean
                }!.rawValue))
        for (way, name) in zip(ways, ["copied", "transposed", "u-net"]) {
            record("ways-up/pixel-accuracy-\(name)", over: values(way, \.counts.accuracy))
            record("ways-up/mean-iou-\(name)", over: values(way, \.counts.meanIntersectionOverUnion))
            record("ways-up/thin-pixels-\(name)", over: values(way, \.thin.accuracy))
        }
        let plain = results.map {
            max($0[.copied]!.counts.meanIntersectionOverUnion, $0[.transposed]!.counts.meanIntersectionOverUnion)
        }
        let wins = zip(values(.crossing, \.counts.meanIntersectionOverUnion), plain).count { $0 > $1 }
        show("Of \(counted(results.count, "seed")), the U-Net has a higher mean IoU than both others with \(wins).")
        record("ways-up/seeds-in-which-the-u-net-is-best", wins)

        // Thin pixels are another matter. What is drawn on a thick background makes thin places of it, too, so the
        // most frequent class everywhere gets some of them right.
        let thin = ways.map { Spread(values($0, \.thin.accuracy)).mean }
        show(
            thin[2] - max(thin[0], thin[1], guess.thin.accuracy) > 0.03
                ? "Of the thin pixels, too, the U-Net gets clearly more than all others."
                : "Of the thin pixels the U-Net gets hardly more than the best of the others: its lead is elsewhere.")
    }

    func classByClass() throws {
        // Where does the lead come from? By class, from the most frequent to the rarest. `shares` are the IoUs of a
        // class over all seeds, and `means` their means:
        let (results, block) = (try trainedWays, try maskBlock)
        let ways: [WayUp] = [.copied, .transposed, .crossing]
        func shares(_ way: WayUp, _ code: Int) -> [Double] {
            results.compactMap { $0[way]!.counts.intersectionOverUnion[code] }
        }
        let pixels = results[0][.crossing]!.counts.table.map { $0.reduce(0, +) }
        let order = pixels.indices.filter { pixels[$0] > 0 }.sorted { (pixels[$1], $0) < (pixels[$0], $1) }
        var table = TextTable(["class"] + ways.map(\.rawValue), decimals: 2)
        for code in order { table.rows.append([block.codes[code]] + ways.map { Spread(shares($0, code)) }) }
        show(table, "Intersection over union by class, the most frequent class first")
        func means(_ way: WayUp) -> [Double] { order.map { Spread(shares(way, $0)).mean } }
        var chart = Chart(
            "What each way up gets of each class", x: "class, the most frequent first", y: "IoU", yLimits: 0...1
        ) {
            Bars(order.map { block.codes[$0] }, means(.crossing), "U-Net", colour: .sky)
            Points(order.indices, means(.copied), "copies", colour: .vermilion)
            Points(order.indices, means(.transposed), "transposed", colour: .black)
        }
        chart.width = 900
        show(chart, "Intersection over union by class, means over the seeds")
    }

    func sideBySideMasks() throws {
        let (results, block) = (try trainedWays, try maskBlock)
        let places = try judgedStreets.colourful(run.size(quick: 1, usual: 4))
        let rows = try places.flatMap { place -> [Raster] in
            let picture = try judgedStreets.pictures[place].raster
            let said = [WayUp.copied, .transposed, .crossing].map { results[0][$0]!.masks[place] }
            return [picture]
                + ([try judgedStreets.masks[place]] + said).map { block.drawn($0, on: picture, isPrediction: true) }
        }
        show(
            ImageGrid(
                rows + [block.legend],
                titles: places.flatMap { _ in ["picture", "what is true", "copies", "transposed", "U-Net"] },
                columns: 5,
                cellSize: 200), "Masks by three ways up, of the first seed")

        // Look at the outlines: the plain heads have blots where the U-Net has shapes. And look for what is thin, of
        // which all of them miss most after a short training. What is one or two pixels wide has been lost already when
        // it reaches the maps of half the size, and is rare besides, so that the loss hardly notices it.
    }
}
