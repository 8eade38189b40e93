// # Labels that spread
//
// Section 3.3 · After this page you know that a loop needs no people, and how to cut it.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// Aurélien Géron, who once led the team that sorts YouTube's videos by subject, tells of a loop without people (the
// book has it from him, in its section on feedback loops). What is a video about? Its words say something, and so does
// its channel: a channel on photography mostly has videos on photography. And what is a channel about? What its videos
// are about. So a wrong label of a video moves its channel, and the channel moves its other videos. A channel on travel
// that names its camera under each film may end up as one on photography, film by film.
//
// In the world of this page there are two subjects, and a word of a description points to the right one four times in
// five. But one channel in five has a habit, like naming the camera, which points to the other subject in most of its
// videos. Evidence is counted in log-odds, log(p/(1 - p)), which add up. `Channel` has the evidence of its videos, and
// `channels` makes some:

/// A channel: what it is about, and the log-odds that each of its videos is about photography, from its words alone.
public struct Channel: Sendable {
    public let isPhotography: Bool
    public let words: [Double]
}

/// Channels with twenty videos each.
public func channels(_ count: Int, using random: inout SplitMix64) -> [Channel] {
    (0..<count).map { number in
        let (isPhotography, hasHabit) = (number % 2 == 0, number % 5 == 0)
        let words = (0..<20).map { _ in
            let isRight = Double.random(in: 0..<1, using: &random) < (hasHabit ? 0.42 : 0.8)
            let strength = Double.random(in: 0.2..<2, using: &random)
            return (isRight == isPhotography ? 1 : -1) * strength
        }
        return Channel(isPhotography: isPhotography, words: words)
    }
}

// A channel's share of videos on photography becomes log-odds as well, and is added to the words of each of its videos.
// `labelled` does this for some rounds. The question is which labels the share is taken from: those of the round
// before, or those that the words alone give. (`means` are those of many runs.)

/// The share of wrong labels after each round, and of channels in which nearly all are wrong, after each round and at
/// the end. Without a loop, a channel's subject is always taken from the words of its videos.
public func labelled(
    _ channels: [Channel], rounds: Int, loop: Bool
) -> (errors: [Double], lostByRound: [Double], lost: Double) {
    var labels = channels.map { channel in channel.words.map { $0 > 0 } }
    let first = labels
    func wrong(_ place: Int) -> Double {
        Double(labels[place].count { $0 != channels[place].isPhotography }) / Double(labels[place].count)
    }
    func error() -> Double { channels.indices.reduce(0) { $0 + wrong($1) } / Double(channels.count) }
    func lost() -> Double { Double(channels.indices.count { wrong($0) > 0.9 }) / Double(channels.count) }
    var (errors, lostByRound) = ([error()], [lost()])
    for _ in 0..<rounds {
        let source = loop ? labels : first
        for (place, channel) in channels.enumerated() {
            let yes = Double(source[place].count { $0 }), all = Double(channel.words.count)
            let odds = log((yes + 0.5) / (all - yes + 0.5))
            labels[place] = channel.words.map { $0 + odds > 0 }
        }
        errors.append(error())
        lostByRound.append(lost())
    }
    return (errors, lostByRound, lostByRound.last!)
}

extension DataEthics {
    func labelsThatSpread() {
        let rounds = 6
        let runs = run.overSeedsAtOnce(repeats) { random in
            let all = channels(run.size(quick: 20, usual: 50), using: &random)
            return (
                with: labelled(all, rounds: rounds, loop: true), without: labelled(all, rounds: rounds, loop: false)
            )
        }
        func means(_ errors: [[Double]]) -> [Double] {
            (0...rounds).map { round in Spread(errors.map { $0[round] }).mean }
        }
        var table = TextTable(["channel's subject from", "wrong labels", "channels nearly all wrong"], decimals: 3)
        table.add("no channel, words alone", Spread(runs.map { $0.with.errors[0] }), "")
        table.add(
            "the last labels: a loop", Spread(runs.map { $0.with.errors.last! }), Spread(runs.map(\.with.lost)))
        table.add(
            "labels from words alone", Spread(runs.map { $0.without.errors.last! }), Spread(runs.map(\.without.lost)))
        show(
            ChartGrid(
                [
                    Chart("Wrong labels", x: "round", y: "share of labels", yLimits: 0...0.4) {
                        Line(0...rounds, means(runs.map(\.with.errors)), "with the loop")
                        Line(0...rounds, means(runs.map(\.without.errors)), "subjects from words alone")
                    },
                    Chart("Channels nearly all wrong", x: "round", y: "share of channels") {
                        Line(0...rounds, means(runs.map(\.with.lostByRound)), "with the loop")
                        Line(0...rounds, means(runs.map(\.without.lostByRound)), "subjects from words alone")
                    },
                ], columns: 2, title: "Fewer mistakes, and whole channels lost", sharedYLimits: false),
            "Means of \(counted(repeats, "run"))")
        let (lost, kept) = (Spread(runs.map(\.with.lost)).mean, Spread(runs.map(\.without.lost)).mean)
        show(
            table, "After \(rounds) rounds",
            predict: .choice(
                "Which way has more channels in which nearly every video has the wrong label?",
                ["with the loop", "without", "both alike"],
                answer: abs(lost - kept) < 0.005 ? "both alike" : lost > kept ? "with the loop" : "without"))
        record("channels/lost-with-the-loop", over: runs.map(\.with.lost))
        record("channels/lost-without", over: runs.map(\.without.lost))
        record("channels/wrong-labels-with-the-loop", over: runs.map { $0.with.errors.last! })
        record("channels/wrong-labels-without", over: runs.map { $0.without.errors.last! })
        // Read both columns. The total of wrong labels hides what happens: for most channels the loop is of use, since
        // it turns a majority of right labels into all of them. For those with a habit it turns a majority of wrong
        // ones into all as well, and then nothing in the channel can ever say otherwise. Who makes such films is not
        // found any more by those who look for them. Géron's way out is the second one: classify videos twice, with the
        // channel and without it, and let a channel learn only from what was found without it.
    }
}
