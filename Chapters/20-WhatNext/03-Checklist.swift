// # Fifty-six questions
//
// Section 20.3 · After this page you can take a project through the checklist, and know what is still missing and what
// has changed.

import Figures
import Notebook

// A model that is right is a small part of a project that is useful. For decades, Jeremy Howard has asked those whom he
// was to work for the same questions before he began, in farming, mining, brewing, banking. They follow what the book
// calls the *analytics value chain*: a strategy, and what one can change; data; analytics, that is, what one has to
// know; putting it to use; keeping it in use; and what stands in the way of each. In front of all are the people.
// `ChecklistArea` has all items as data. (`versions` are answers of an invented project, for later.)

extension WhatNext {
    func sixAreas() {
        var table = TextTable(["area", "items", "answers"])
        for area in ChecklistArea.all { table.add(area.title, area.items.count, area.items.flatMap(\.leaves).count) }
        show(table, "The areas of the checklist")
        show(
            FlowChart(
                ["strategy", "data", "analytics", "implementation", "maintenance"], title: "The analytics value chain",
                repeating: "maintenance", to: "strategy", label: "constraints on each"),
            "What a project is made of (figure B-1)")
        let items = ChecklistArea.all.flatMap(\.items)
        record("checklist/items", items.count)
        record(
            "checklist/answers", items.flatMap(\.leaves).count,
            predict: .count("56 items, of which one has five parts and one has seven. How many answers are needed?", 66)
        )
    }

    /// Answers of an invented project, before it began and a month later.
    static let versions = [
        """
        strategy.1: fewer returned parcels
        strategy.4: returns, delivery time
        strategy.8.a: returns
        strategy.8.d: 30 %
        data.1: orders in one database, returns in spreadsheets
        """,
        """
        strategy.1: fewer returned parcels
        strategy.4: returns, delivery time, complaints
        strategy.8.a: returns
        strategy.8.b: size hints on the product page
        strategy.8.d: 12 %
        data.1: orders in one database, returns in spreadsheets
        maintenance.2: share of returns each week, by product
        """,
    ]

    func answersOfAProject() throws {
        // A project answers in a file (`swift run ch20 --form` prints one to fill in, `--checklist FILE` checks it).
        // Here are a few answers of an invented one (`versions` has it twice):
        let answers = try ChecklistAnswers(Self.versions[0])
        var table = TextTable(["area", "answered", "missing first"], decimals: 2)
        for area in ChecklistArea.all {
            table.add(area.title, answers.completeness(of: area), answers.missing(in: area).first ?? "")
        }
        show(table, "How complete each area is")
        record("checklist/missing-answers-of-the-invented-project", answers.missing().count)
        // The order matters. Implementation is where many projects end, because the systems into which a result has to
        // go were looked at last. And without maintenance, a model that was good becomes one that does harm, and nobody
        // sees it (two pages on).
    }

    func versionsCompared() throws {
        // The answers are refined while the project goes on. What has changed is as telling as what is there:
        let (first, second) = (try ChecklistAnswers(Self.versions[0]), try ChecklistAnswers(Self.versions[1]))
        let found = second.changes(since: first)
        let table = TextTable(
            ["change", "answers"],
            rows: [
                ["new", found.new.joined(separator: ", ")], ["different", found.different.joined(separator: ", ")],
                ["gone", found.gone.joined(separator: ", ")],
            ])
        show(
            table, "A month later",
            predict: .count(
                "Compare both versions of the answers: how many are in both, and different?", found.different.count))
        // The expected return has gone from 30 % to 12 %. That is a finding, and it has cost nothing but a question.
        // (For files of yours: `swift run ch20 --checklist NEW --since OLD`.)
        //
        // A program can see that an answer is there. Of a few it can also see that they cannot be meant:
        let hasty = try ChecklistAnswers("strategy.8.d: a lot\nstrategy.8.e: 2027-02-30")
        show(hasty.doubts.joined(separator: "\n"), "doubts about two hasty answers")
        // Whether the others are good answers is for the people of the first area to say.
    }
}
