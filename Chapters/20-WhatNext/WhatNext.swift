// # What next?
//
// The book ends with advice: keep going, write about what you do, and look at a project from all sides before you trust
// it. Advice is easily nodded at. So each piece of it is a small program here that you can use: momentum, as a formula
// and as a habit; a blog post made from a chapter, with its rules checked; changes by two people brought together; a
// checklist of 56 questions that knows what is missing; a ranking of what to do first; a watch over a model that is in
// use; and saved answers that tell whether a rewritten program still does the same.
//
// Run it with `swift run ch20` (ten seconds), and run one section with `swift run ch20 --section 2`. `swift run ch20
// --checklist FILE` checks the answers of your own project (`--form` prints a file to fill in, `--since FILE` compares
// with an earlier version), `--project` prints a template for a project of your own, and the last page says how far you
// have come in the exercises of the whole book. With `--predict` it asks you to predict results before it shows them.

import Common
import Foundation
import Notebook

/// Chapter 20 of the book, with its appendices A and B.
public final class WhatNext: Chapter, Sendable {
    public static let number = 20
    public static let title = "Concluding Thoughts"
    public static let sections: [Section<WhatNext>] = [
        Section(
            "Keep momentum", WhatNext.velocityOfSteps, WhatNext.walkInARavine, WhatNext.afterABreak, WhatNext.thingsToDo
        ),
        Section(
            "Creating a blog", WhatNext.nameOfAPost, WhatNext.beginningOfAPost, WhatNext.linesToHTML,
            WhatNext.settingsOfASite,
            WhatNext.homePage, WhatNext.pageToPost, WhatNext.whatHasChanged, WhatNext.twoEditors),
        Section(
            "Data project checklist", WhatNext.sixAreas, WhatNext.answersOfAProject, WhatNext.versionsCompared,
            WhatNext.whatToDoFirst, WhatNext.howSureIsTheRanking, WhatNext.weeksOfUse, WhatNext.delayOrFalseAlarm,
            WhatNext.builtAgain, WhatNext.savedAnswers, WhatNext.asFastAsBefore, WhatNext.drivers),
        Section("What next?", WhatNext.onePolishedProject, WhatNext.howFarYouAre),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(10), .full: .seconds(120),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
