// The book's questions 3.1 to 3.8, each with its answer, and with a test that is the answer in code where code can
// answer. The module Questions reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.3.5 "`

import Tensors
import TestSupport
import Testing

@testable import Chapter03

@Suite struct `3 Questionnaire` {}

extension `3 Questionnaire` {
    /// 3.1 · Does ethics give a list of right answers?
    ///
    /// No. People do not agree on what is right, and what is right depends on the case and on whom it touches. Ethics
    /// is having well-founded standards of right and wrong, and studying one's own again and again: a skill that is
    /// practised, best together with others.
    ///
    /// - Shown by: `noListOfAnswers` in Chapters/03-DataEthics/01-NoList.swift
    /// - Shown by: `passesEveryCheck` in Chapters/03-DataEthics/04b-LensesAndCircles.swift
    @Test func `3.1 a list of checks lets pass what is unacceptable`() {
        #expect(passesTheCheck(selected: [0.05, 0.05], hasReasons: true, hasAppeals: true))
        #expect(!passesTheCheck(selected: [0.08, 0.02], hasReasons: true, hasAppeals: true))
        #expect(!passesTheCheck(selected: [0.05, 0.05], hasReasons: false, hasAppeals: true))
        #expect(!passesTheCheck(selected: [0.05, 0.05], hasReasons: true, hasAppeals: false))
    }

    /// 3.2 · How does it help to talk to people of different backgrounds?
    ///
    /// Everybody sees what has happened to them, or to people like them. A team whose members are alike overlooks the
    /// same things together; others see harm, and needs, that nobody in it has thought of.
    ///
    /// - Shown by: `whoSeesWhat` in Chapters/03-DataEthics/04c-WhoSeesWhat.swift
    @Test func `3.2 a mixed team overlooks less than one of the same size whose members are alike`() {
        #expect(
            overlooked([2, 2, 2, 2]) < overlooked([4, 4, 0, 0]) && overlooked([4, 4, 0, 0]) < overlooked([8, 0, 0, 0]))
        // If everybody saw everything alike, it would not matter.
        expectNear(
            overlooked([2, 2, 2, 2], near: 0.3, far: 0.3), overlooked([8, 0, 0, 0], near: 0.3, far: 0.3), 1e-9)
    }

    /// 3.3 · What was IBM's part in Nazi Germany? Why did the company and its people take part?
    ///
    /// It leased, adapted and maintained the machines with which people were registered, sorted and tracked by punch
    /// cards, for persecution and murder. Its head had approved that, and there was money in it. Those who did the work
    /// trained, repaired and sold, and thought about how to do it and not about what it was for.
    ///
    /// - Shown by: `whatAMachineCounts` in Chapters/03-DataEthics/01c-WhatAMachineCounts.swift
    @Test func `3.3 a tabulator counts whatever is on the cards`() {
        let cards = [["shelf": 3], ["shelf": 3], ["shelf": 7], ["room": 3]]
        #expect(tabulated(cards, by: "shelf") == [3: 2, 7: 1] && tabulated(cards, by: "room") == [3: 1])
    }

    /// 3.4 · Who was the first person to go to prison in Volkswagen's diesel scandal?
    ///
    /// One of the engineers, James Liang, who had done what he was told; not one of those who had told him.
    ///
    /// - Shown by: `wholePipeline` in Chapters/03-DataEthics/01c-WhatAMachineCounts.swift
    @Test func `3.4 who makes the model stands between the people and the decision`() {
        let place = chainOfDecisions.firstIndex(of: "model")!
        #expect(chainOfDecisions[..<place].contains("people") && chainOfDecisions[place...].last == "decision")
    }

    /// 3.5 · What was wrong with California's database of suspected members of gangs?
    ///
    /// It was full of mistakes: 42 people in it had been less than a year old when they were entered, and 28 of those
    /// were marked as having admitted to be members. And there was no process by which mistakes were corrected, or by
    /// which anybody could get off the list.
    ///
    /// - Shown by: `registerWithBabies` in Chapters/03-DataEthics/03-FortyTwoBabies.swift
    /// - Shown by: `appealedDecisions` in Chapters/03-DataEthics/03b-AnAppeal.swift
    @Test func `3.5 a constraint finds the babies, and an appeal corrects a decision and keeps the record`() {
        var random = SplitMix64(seed: 3)
        let entries = plantedRegister(using: &random)
        let babies = Constraint("nobody is less than a year old") { $0.age >= 1 }.broken(in: entries)
        #expect(babies.count == 42 && babies.count { $0.hasAdmitted } == 28)

        var file = DecisionFile(["rent": 2100]) { ($0["rent"]! < 1000, "the rent") }
        #expect(!file.last.granted && !file.isOpen)
        file.appeal("210, not 2100")
        #expect(file.isOpen)
        file.correct("rent", to: 210, by: "a clerk")
        #expect(file.last.granted && !file.isOpen && file.events.count == 4)
        #expect(file.events[0] == .decided(granted: false, because: "the rent", from: ["rent": 2100]))
    }

    /// 3.6 · Why did YouTube's recommender show films of half-dressed children to people who look for such, although
    /// nobody had meant it to?
    ///
    /// It optimized one number, the time that people watch, and found out by itself that a certain kind of people
    /// watches such films one after the other. What is recommended is watched, and what is watched is recommended: a
    /// feedback loop.
    ///
    /// - Shown by: `onlyWatchTime` in Chapters/03-DataEthics/03e-OnlyWatchTime.swift
    /// - Shown by: `threeWaysToPatrol` in Chapters/03-DataEthics/03c-WhereToPatrol.swift
    @Test func `3.6 watch time alone moves people, and other goals do not`() {
        func last(_ objective: Objective, _ seed: UInt64) -> Double {
            var random = SplitMix64(seed: seed)
            return recommendedFor(objective, rounds: 25, people: 40, using: &random).last!
        }
        for seed in 1...3 as ClosedRange<UInt64> {
            #expect(last(.watchTime, seed) > last(.asked, seed) + 0.1)
            #expect(last(.watchTime, seed) > last(.noLoop, seed))
            #expect(last(.watchTime, seed) > last(.capped, seed) + 0.1)
        }
    }

    /// 3.7 · What are the problems if one number is at the centre of everything?
    ///
    /// An algorithm does whatever makes its number grow, also what nobody wanted, at the cost of all that is not in the
    /// number. At the edges, somebody finds ways to use that. A measure that was good while nobody aimed at it stops
    /// being good when it is the goal.
    ///
    /// - Shown by: `oneNumberAlone` in Chapters/03-DataEthics/03h-OneNumberAlone.swift
    @Test func `3.7 under pressure clicks grow and worth falls`() {
        func means(_ candidates: Int) -> (clicks: Double, worth: Double) {
            var random = SplitMix64(seed: 7)
            let runs = (0..<200).map { _ in clicked(candidates: candidates, using: &random) }
            return (runs.map(\.clicks).reduce(0, +) / 200, runs.map(\.worth).reduce(0, +) / 200)
        }
        let (blind, mild, hard) = (means(1), means(8), means(2048))
        #expect(hard.clicks > mild.clicks && mild.clicks > blind.clicks)
        #expect(mild.worth > blind.worth && hard.worth < blind.worth)
    }

    /// 3.8 · Why did Meetup leave gender out of its recommender of meetings about technology?
    ///
    /// Because a difference of interest would have become a loop: women are shown fewer such meetings, so fewer come,
    /// so the next data show even less interest of women, and so on.
    ///
    /// - Shown by: `leftOut` in Chapters/03-DataEthics/03g-LeftOut.swift
    @Test func `3.8 with the kind of person the gap grows, without it hardly`() {
        func gaps(_ audience: Audience, _ seed: UInt64) -> [Double] {
            var random = SplitMix64(seed: seed)
            return months(15, audience, people: 200, using: &random)
        }
        for seed in 1...4 as ClosedRange<UInt64> {
            let (with, without) = (gaps(.withKind, seed), gaps(.withoutKind, seed))
            #expect(with.last! > with[0] + 0.1 && with.last! > without.last!)
        }
    }
}
