import Testing

@Suite struct `15 Questionnaire` {}
