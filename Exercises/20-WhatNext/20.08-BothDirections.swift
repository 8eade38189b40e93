// Exercise 20.8 · Too good to be true
// Section 20.3, question 20.8: Chapters/20-WhatNext/03c-ModelMonitor.swift

import Practice

/// The weeks, counted from 0, in which a monitor with two sums rings. One adds up how far the accuracy is *below* the
/// usual, as on the page; the other how far it is *above*, since an accuracy that is suddenly better often means that
/// something is wrong with the labels. Each takes off `forgiven` every week, and is never below 0. When either is above
/// `limit`, the monitor rings in this week, and both begin again at 0.
///
/// usual 0.9, forgiven 0, limit 0.15, [0.8, 0.8, 0.9, 1, 1] → [1, 4]
public func alarms(_ accuracies: [Double], usual: Double, forgiven: Double, limit: Double) throws -> [Int] {
    throw Unanswered("20.8")
}
