// # What a net takes it for
//
// Section 21.11 · After this page you can say what a dense net makes of a thing that has moved, from counting pixels.

import Figures
import Layers
import Notebook
import Tensors

// Why is the net worse than guessing when a cross has moved a little, and right again when it has moved some more? It
// has learned which pixels are dark in a centred cross, and which in a centred ring. A dark pixel that both or neither
// have says nothing. So count: how many dark pixels of the moved thing fall on dark ones of the centred cross, and how
// many on those of the centred ring?

/// How many pixels of one thing fall on pixels of another when it has moved; both as distances from the middle.
public func sharedPixels(_ one: [Shift], movedBy shift: Shift, with other: [Shift]) -> Int {
    one.count { other.contains(Shift(down: $0.down + shift.down, right: $0.right + shift.right)) }
}

extension BirdsAndAirplanes {
    func sharedPixelsByDistance() {
        // For the distances of the page before, with the accuracies of its nets beside them:
        var table = TextTable(
            ["moved by", "cross on cross", "cross on ring", "ring on ring", "ring on cross", "accuracy"], decimals: 2)
        for far in 0...6 {
            let shift = Shift(down: far, right: far)
            let moved = movedSet(by: shift)
            table.add(
                far, sharedPixels(crossPixels, movedBy: shift, with: crossPixels),
                sharedPixels(crossPixels, movedBy: shift, with: ringPixels),
                sharedPixels(ringPixels, movedBy: shift, with: ringPixels),
                sharedPixels(ringPixels, movedBy: shift, with: crossPixels),
                Spread(netsOfTheMiddle.map { accuracy($0, moved) }))
        }
        let one = Shift(down: 1, right: 1)
        let isCross =
            sharedPixels(crossPixels, movedBy: one, with: crossPixels)
            > sharedPixels(crossPixels, movedBy: one, with: ringPixels)
        show(
            table, "Dark pixels that a moved thing shares with the centred ones, and what the nets make of it",
            predict: .choice(
                "A cross has moved by 1 down and 1 to the right. With what does it share more dark pixels?",
                ["the centred cross", "the centred ring"], answer: isCross ? "the centred cross" : "the centred ring"))

        // That explains all of it. Moved by one or by two, a cross shares more with the ring, and a ring more with the
        // cross: the net is not just lost, but misled. Moved by three, a cross shares two pixels with the centred cross
        // and none with the ring, and a ring two with the ring. By luck, these speak for the right answer. Moved
        // further, they share nothing, and the net has nothing to go by.
    }

    func mapOfAllMoves() {
        // So being right somewhere else is an accident of two shapes. Here are all moves of up to six pixels:
        let most = run.size(quick: 2, usual: 6)
        let rows = (-most...most).map { down in
            (-most...most).map { right in
                let set = movedSet(by: Shift(down: down, right: right))
                return 100 * Spread(netsOfTheMiddle.map { accuracy($0, set) }).mean
            }
        }
        show(
            PixelTable(
                rows, range: 0...100, rowsFrom: -most, columnsFrom: -most,
                title: "Percent right, by rows down and columns right: one place was learned"),
            "Accuracy of the nets of the middle on crosses and rings that have moved, in percent")
        let all = rows.flatMap(\.self)
        record("crosses/mean-over-all-moves", all.reduce(0, +) / Double(all.count) / 100)

        // In the middle everything is right. Around it there are moves where nearly everything is wrong, and some where
        // much is right by luck. On average over all of them, the net could as well toss a coin. It has not learned
        // what a cross is. It has learned which pixels are dark.
    }
}
