// Nudge: `AnyIterator { … }` makes an iterator of a closure that gives the next item, or nil at the end. What it
//   remembers between two calls are variables outside of the closure.
// Idea: Three variables: the list of what is kept, the generator, and whether the list was filled already. A call
//   draws a place and asks the stream for one more item. If there is one, it goes to that place; if there is none, the
//   list gets shorter.
// Almost: `guard !kept.isEmpty else { return nil }`, `let place = Int(random.uniform() * Double(kept.count))`, then
//   `guard let next = stream.next() else { return kept.remove(at: place) }`.

import Tensors

public func shuffledStream(_ stream: AnyIterator<Int>, buffer: Int, seed: UInt64) throws -> AnyIterator<Int> {
    var (kept, isFilled, random) = ([Int](), false, SplitMix64(seed: seed))
    return AnyIterator {
        if !isFilled { while kept.count < buffer, let item = stream.next() { kept.append(item) } }
        isFilled = true
        guard !kept.isEmpty else { return nil }
        let place = Int(random.uniform() * Double(kept.count))
        guard let next = stream.next() else { return kept.remove(at: place) }
        defer { kept[place] = next }
        return kept[place]
    }
}
