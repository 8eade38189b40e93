// # An order without contradictions
//
// Section 16.9 · After this page you can sort callbacks so that every "before" and "after" holds, and name the
// callbacks whose wishes cannot be met.

import Figures
import Notebook
import Tensors

// There are two kinds of wishes: `runsBefore` lists classes that must come later, `runsAfter` classes that must come
// earlier. A class that is not in the list of callbacks does not matter. So one callback *precedes* another if either
// of them says so:

/// True if one callback must be called before another.
func precedes(_ one: LoopCallback, _ other: LoopCallback) -> Bool {
    let (ours, theirs) = (type(of: one), type(of: other))
    return ours.runsBefore.contains { $0 == theirs } || theirs.runsAfter.contains { $0 == ours }
}

// To sort, take the first callback of the list that nobody who is still waiting precedes; then the next. So those
// without wishes stay in the order of the list: the sorting is *stable*. If everybody who waits has somebody before
// them, the wishes contradict each other. Then go from one to somebody who precedes it, and on, and on. There are only
// finitely many, so at some point you meet one again, and between the two meetings is a circle. It is worth naming:
// fastai says "Impossible to sort", and nothing about whom. So `cycle` finds it, and `sortedByOrder` throws it:

/// Thrown if callbacks would each have to be called before the next, in a circle.
public struct CallbackCycle: Error, Equatable, CustomStringConvertible {
    /// The classes; the last is the first again.
    public let names: [String]

    public var description: String { "these callbacks cannot be sorted: \(names.joined(separator: " before "))" }
}

/// Callbacks that wait for one another: somebody precedes each of them.
func cycle(in waiting: [LoopCallback]) -> CallbackCycle {
    var path = [waiting[0]]
    while true {
        let before = waiting.first { precedes($0, path.last!) }!
        path.append(before)
        if let start = path.dropLast().firstIndex(where: { $0 === before }) {
            return CallbackCycle(names: path[start...].reversed().map { "\(type(of: $0))" })
        }
    }
}

/// The callbacks in the order in which they are called: as in the list, but nobody after one that it precedes.
/// (fastai's `sort_by_run`.)
public func sortedByOrder(_ callbacks: [LoopCallback]) throws -> [LoopCallback] {
    var (waiting, sorted) = (callbacks, [LoopCallback]())
    while !waiting.isEmpty {
        let free = waiting.firstIndex { candidate in !waiting.contains { precedes($0, candidate) } }
        guard let free else { throw cycle(in: waiting) }
        sorted.append(waiting.remove(at: free))
    }
    return sorted
}

extension TrainingProcess {
    func sortedCallbacks() throws {
        // A list in the worst order, and what becomes of it:
        func classNames(_ callbacks: [LoopCallback]) -> [String] { callbacks.map { "\(type(of: $0))" } }
        let list: [LoopCallback] = [
            LossRecorder(), GradientClip(to: 1), MixedPrecision(), BatchProgress { _ in }, Mixup(seed: 1),
            TerminateOnNaN(),
        ]
        let (before, after) = (classNames(list), classNames(try sortedByOrder(list)))
        var table = TextTable(["place", "in the list", "sorted"])
        for place in before.indices { table.add(place, before[place], after[place]) }
        show(
            table, "TerminateOnNaN before LossRecorder; Mixup before MixedPrecision; that before GradientClip",
            predict: .choice(
                "Six callbacks, in this list. TerminateOnNaN before LossRecorder, Mixup before MixedPrecision before "
                    + "GradientClip; apart from that, the order of the list. Who is first?", before, answer: after[0]))

        // By the three rules alone, `Mixup` or `TerminateOnNaN` could be first as well. The order of the list decides:
        // its first three all have to wait for somebody, and `BatchProgress`, the fourth, for nobody. Then the search
        // begins again at the front of those who are left.
        //
        // The pair of section 16.7 is in it, multiplying the loss and clipping the gradient: `MixedPrecision` says that
        // it must come before `GradientClip`, so whoever puts both into a list need not know. (And it comes after
        // `Mixup`, which mixes two losses: both have to be multiplied, or none.)
    }
}

// And three callbacks that cannot agree. Each wants to come before the next, and the last before the first:

/// Three callbacks, each of which wants to come before the next.
enum Game {
    final class Rock: LoopCallback {
        override class var runsBefore: [LoopCallback.Type] { [Paper.self] }
    }
    final class Paper: LoopCallback {
        override class var runsBefore: [LoopCallback.Type] { [Scissors.self] }
    }
    final class Scissors: LoopCallback {
        override class var runsBefore: [LoopCallback.Type] { [Rock.self] }
    }
}

extension TrainingProcess {
    func cyclesOfCallbacks() {
        // Try it with all of them, and with two:
        func attempt(_ callbacks: [LoopCallback]) -> String {
            do {
                return "sorted: " + (try sortedByOrder(callbacks)).map { "\(type(of: $0))" }.joined(separator: ", ")
            } catch { return "\(error)" }
        }
        show(attempt([Game.Rock(), StepSizes(), Game.Paper(), Game.Scissors()]), "all three of them")
        show(attempt([Game.Scissors(), Game.Rock()]), "two of them")

        // Any two of them can be sorted. `fit` throws the error before it begins, so nothing has been trained in a
        // wrong order.
    }
}
