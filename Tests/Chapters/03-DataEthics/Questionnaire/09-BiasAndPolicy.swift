// The book's questions 3.9 to 3.18.

import Notebook
import Tensors
import TestSupport
import Testing

@testable import Chapter03

extension `3 Questionnaire` {
    /// 3.9 · Which six kinds of bias do Suresh and Guttag name?
    ///
    /// Historical, representation, measurement, aggregation, evaluation and deployment bias.
    ///
    /// - Shown by: `sixKinds` in Chapters/03-DataEthics/03i-SixKinds.swift
    @Test func `3.9 the six kinds`() {
        let names = ["historical", "representation", "measurement", "aggregation", "evaluation", "deployment"]
        #expect(kindsOfBias.map(\.name) == names)
    }

    /// 3.10 · Two examples of historical bias about race in the US?
    ///
    /// Doctors recommended a catheter of the heart less often for Black patients with the same file; the first offer
    /// for a used car was $700 higher to Black buyers; letters about a flat with a Black name got fewer answers;
    /// all-white juries convicted Black defendants 16 points more often. In data it shows as a program for courts,
    /// COMPAS: of those who were not arrested again, it had rated Black people as a higher risk about twice as often as
    /// white ones.
    ///
    /// - Shown by: `sixKinds` in Chapters/03-DataEthics/03i-SixKinds.swift
    /// - Shown by: `errorsOfTwoKinds` in Chapters/03-DataEthics/03j-ErrorsByGroup.swift
    @Test func `3.10 similar accuracies hide errors that differ by a factor of two`() {
        let (black, white) = (DataEthics.compas[0].counts, DataEthics.compas[1].counts)
        expectNear(black.falsePositiveRate, 0.4485, 5e-5)
        expectNear(white.falsePositiveRate, 0.2345, 5e-5)
        expectNear(black.falseNegativeRate, 0.2799, 5e-5)
        expectNear(white.falseNegativeRate, 0.4772, 5e-5)
        #expect(abs(black.accuracy - white.accuracy) < 0.04 && black.falsePositiveRate > 1.9 * white.falsePositiveRate)
        let (low, high) = (wilsonInterval(349, of: 1488), wilsonInterval(805, of: 1795))
        #expect(low.upperBound < high.lowerBound)
    }

    /// 3.11 · Where are most pictures of ImageNet from?
    ///
    /// From the US and other Western countries; so models that have learned from them are worse elsewhere.
    ///
    /// - Shown by: `sixKinds` in Chapters/03-DataEthics/03i-SixKinds.swift
    /// - Shown by: `fewOfOneKind` in Chapters/03-DataEthics/03l-FewOfOneKind.swift
    @Test func `3.11 whoever is rare in the data is served worse, and it helps to have more of them`() {
        for seed in 1...5 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            func model(_ share: Double) -> LogisticModel {
                let people = People(2000, shareOfB: share, using: &random)
                return LogisticModel(people.numbers, Tensor(people.truths.map { $0 ? 1 : 0 }))
            }
            let (few, even, new) = (model(0.05), model(0.5), People(4000, shareOfB: 0.5, using: &random))
            #expect(byGroup(few, new).a.accuracy > byGroup(few, new).b.accuracy + 0.1)
            #expect(byGroup(even, new).b.accuracy > byGroup(few, new).b.accuracy + 0.05)
        }
    }

    /// 3.12 · In the paper on moral hazard and error, why does an inflamed sinus predict a stroke?
    ///
    /// Because strokes were not measured, but diagnoses of strokes: symptoms, and a visit to a doctor, and a test.
    /// Whoever sees a doctor for their sinuses also sees one for a stroke. Both entries depend on who uses medicine.
    ///
    /// - Shown by: `whoSeesADoctor` in Chapters/03-DataEthics/03m-WhoSeesADoctor.swift
    @Test func `3.12 the sinus has a weight for the measured label and none for the true one`() {
        func mean(_ labels: (PatientFiles) -> [Bool]) -> Double {
            (1...10).reduce(0) { sum, seed in
                var random = SplitMix64(seed: UInt64(seed))
                let files = PatientFiles(4000, using: &random)
                return sum + LogisticModel(files.entries, Tensor(labels(files).map { $0 ? 1 : 0 })).weights[5] / 10
            }
        }
        #expect(abs(mean(\.strokes)) < 0.1 && mean(\.diagnoses) > 0.2)
    }

    /// 3.13 · What is representation bias?
    ///
    /// A model reflects how unequally groups are represented in its data, and amplifies it: it takes a simple relation
    /// that often holds for one that always holds. Of the surgeons in a set of biographies 14.6 % were women, of those
    /// that a model recognized only 11.6 %.
    ///
    /// - Shown by: `surgeons` in Chapters/03-DataEthics/03o-Surgeons.swift
    /// - Shown by: `moreThanTheData` in Chapters/03-DataEthics/03o-Surgeons.swift
    @Test func `3.13 women are recognized less where they are few and more where they are many`() {
        expectNear(recognizedRatio(inData: 0.146, amongRecognized: 0.116), 0.7676, 5e-5)
        expectNear(recognizedRatio(inData: 0.3, amongRecognized: 0.3), 1, 1e-12)
        for seed in 1...4 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            func gap(_ share: Double) -> Double {
                let people = Biographies(2000, shareOfWomen: share, using: &random)
                let model = LogisticModel(people.numbers, Tensor(people.isInside.map { $0 ? 1 : 0 }))
                let new = Biographies(4000, shareOfWomen: share, using: &random)
                return new.recognized(by: model, women: true) - new.recognized(by: model, women: false)
            }
            #expect(gap(0.1) < -0.05 && gap(0.9) > 0.05 && abs(gap(0.5)) < 0.06)
        }
    }

    /// 3.14 · How do machines and people differ, when they decide?
    ///
    /// Programs are believed to be objective and free of errors; they often come without a way to object; they are used
    /// at a large scale, and they are cheap. So the same mistake is made everywhere, and there is nobody else to go to.
    /// They also make loops and amplify what they find.
    ///
    /// - Shown by: `sameAnswerEverywhere` in Chapters/03-DataEthics/03p-SameAnswerEverywhere.swift
    @Test func `3.14 errors of the same size shut out far more people when all make the same ones`() {
        var random = SplitMix64(seed: 3)
        let people = turnedDown(applicants: 600, sameJudge: false, using: &random)
        let program = turnedDown(applicants: 600, sameJudge: true, using: &random)
        #expect(people < 0.05 && program > 0.25)
    }

    /// 3.15 · Is disinformation the same as fake news?
    ///
    /// No. Much of it is true, half true, or true and exaggerated; a seed of truth makes it work. Its aim is often to
    /// sow distrust, so that people believe nothing at all. Whether a single text is true is not what tells it.
    ///
    /// - Shown by: `signedTexts` in Chapters/03-DataEthics/03q-SignedTexts.swift
    @Test func `3.15 a signature tells who has signed which letters, not whether they are true`() {
        let (truth, lie) = ("Water boils at 100 degrees.", "Water boils at 10 degrees.")
        for text in [truth, lie] { #expect(isSigned(text, signature(text))) }
        #expect(!isSigned(lie, signature(truth)))
    }

    /// 3.16 · Why does it matter so much that programs write texts?
    ///
    /// Because convincing texts become cheap and plentiful. A few people can sound like thousands, and a detector that
    /// finds such texts can be used to train a writer that is not found.
    ///
    /// - Shown by: `signedTexts` in Chapters/03-DataEthics/03q-SignedTexts.swift
    @Test func `3.16 one form with twelve small slots already gives more than half a million texts`() {
        #expect(textsFromSlots([4, 3, 3, 3, 3, 2, 4, 3, 4, 3, 2, 3]) == 559_872 && textsFromSlots([]) == 1)
    }

    /// 3.17 · Which five lenses does the Markkula Center describe?
    ///
    /// Rights, justice, utility, common good and virtue: does it respect everybody's rights; treat people equally or in
    /// proportion; do the most good and the least harm; serve the community as a whole; and would I be the person who I
    /// want to be?
    ///
    /// - Shown by: `fiveLenses` in Chapters/03-DataEthics/04b-LensesAndCircles.swift
    @Test func `3.17 a review asks for all five, and knows which are missing`() throws {
        let review = try EthicsReview("lens-1: yes\nlens-2: yes, in\nproportion\nlens-4: \n")
        #expect(review.answers["lens-2"] == "yes, in\nproportion")
        #expect(review.missing.map(\.key).filter { $0.hasPrefix("lens") } == ["lens-3", "lens-4", "lens-5"])
        let words = QuestionList.lenses.questions.map { String($0.words.prefix { $0 != ":" }) }
        #expect(words == ["Rights", "Justice", "Utility", "Common good", "Virtue"])
    }

    /// 3.18 · Are laws a suitable way to deal with questions of data ethics?
    ///
    /// Yes, together with the ethics of single people. Harm that appears in nobody's accounts is not prevented by those
    /// who profit, and clean air or trust are goods that people have together or not at all. But laws come late and
    /// cannot name each case, so they are not enough alone.
    ///
    /// - Shown by: `whatAFineChanges` in Chapters/03-DataEthics/05-FinesAndProfits.swift
    @Test func `3.18 somebody who only counts money does nothing below a certain fine`() {
        #expect(cheapest(salary: 60_000, fine: 0) == 0 && cheapest(salary: 60_000, fine: 10_000) == 0)
        let large = cheapest(salary: 60_000, fine: 5_000_000)
        #expect(large > 1000 && incidents(large) < 20)
    }
}
