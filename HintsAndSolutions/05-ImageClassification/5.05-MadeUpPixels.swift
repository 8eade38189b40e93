// Nudge: Maps say where old points go. You have new pixels, and want to know where they come from.
// Idea: `first.then(second)` is one map of two. Its `inverse` goes back from new to old. With that, look at the
//   middle of every new pixel.
// Almost: `let back = maps.reduce(PlaneMap.identity) { $0.then($1) }.inverse`, and then count the pixels for which
//   `back(Point(x + 0.5, y + 0.5))` is outside of 0...width or 0...height.

import Tensors
import Vision

public func madeUpShare(_ maps: [PlaneMap], from old: Size2D, to new: Size2D) throws -> Double {
    let back = maps.reduce(PlaneMap.identity) { $0.then($1) }.inverse
    var count = 0
    for y in 0..<new.height {
        for x in 0..<new.width {
            let point = back(Point(Double(x) + 0.5, Double(y) + 0.5))
            let isInside =
                (0...Double(old.width)).contains(point.x) && (0...Double(old.height)).contains(point.y)
            if !isInside { count += 1 }
        }
    }
    return Double(count) / Double(new.count)
}
