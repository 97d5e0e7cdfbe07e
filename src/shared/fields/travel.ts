import type { InputField } from '@segment/actions-core'
import { firstChoice, path } from './directives'

/** The trip of a travel event. Source: TikTok, "Events API 2.0: Travel events". */
export const travelField = {
  label: 'Travel Fields',
  type: 'object',
  defaultObjectUI: 'keyvalue',
  description: 'Properties of travel events: hotels, flights, destinations.',
  properties: {
    city: { label: 'Hotel City Location', type: 'string', description: 'The city of the hotel.' },
    region: { label: 'Hotel Region', type: 'string', description: 'The region of the hotel, as shown to the visitor.' },
    country: { label: 'Hotel Country', type: 'string', description: 'The country of the hotel.' },
    checkin_date: {
      label: 'Hotel Check-in Date',
      type: 'string',
      description: 'The day the guest arrives, e.g. 2026-11-20.'
    },
    checkout_date: {
      label: 'Hotel Check-out Date',
      type: 'string',
      description: 'The day the guest leaves, e.g. 2026-11-22.'
    },
    num_adults: { label: 'Number of Adults', type: 'number', description: 'How many adults travel.' },
    num_children: { label: 'Number of Children', type: 'number', description: 'How many children travel.' },
    num_infants: { label: 'Number of Infants', type: 'number', description: 'How many infants travel.' },
    suggested_hotels: {
      label: 'Suggested Hotels',
      type: 'string',
      multiple: true,
      description: 'The IDs of the hotels that the visitor was shown.'
    },
    departing_departure_date: {
      label: 'Departure Date',
      type: 'string',
      description: 'The day of the outbound flight.'
    },
    returning_departure_date: { label: 'Arrival Date', type: 'string', description: 'The day of the flight back.' },
    origin_airport: {
      label: 'Origin Airport',
      type: 'string',
      description: 'The IATA code of the airport the trip starts from.'
    },
    destination_airport: {
      label: 'Destination Airport',
      type: 'string',
      description: 'The IATA code of the airport the trip goes to.'
    },
    destination_ids: {
      label: 'Destination IDs',
      type: 'string',
      multiple: true,
      description: 'The IDs of the destinations in the catalog.'
    },
    departing_arrival_date: {
      label: 'Departing Arrival Date',
      type: 'string',
      description: 'The day the outbound flight lands.'
    },
    returning_arrival_date: {
      label: 'Returning Arrival Date',
      type: 'string',
      description: 'The day the flight back lands.'
    },
    travel_class: {
      label: 'Flight Ticket Class',
      type: 'string',
      description: 'The class of the ticket.',
      choices: [
        { value: 'eco', label: 'Economy' },
        { value: 'prem', label: 'Premium economy' },
        { value: 'bus', label: 'Business' },
        { value: 'first', label: 'First' }
      ]
    },
    user_score: {
      label: 'User Score',
      type: 'number',
      description: 'How much the traveller is worth to the advertiser, relative to others.'
    },
    preferred_num_stops: {
      label: 'Preferred Number of Stops',
      type: 'integer',
      description: 'How many stops the traveller wants at most; 0 for a direct flight.'
    },
    travel_start: { label: 'Start Date of the Trip', type: 'string', description: 'The day the trip starts.' },
    travel_end: { label: 'End Date of the Trip', type: 'string', description: 'The day the trip ends.' },
    suggested_destinations: {
      label: 'Suggested Destination IDs',
      type: 'string',
      multiple: true,
      description: 'The IDs of the destinations that the visitor was shown.'
    }
  },
  default: {
    city: path('$.properties.city'),
    region: path('$.properties.region'),
    country: path('$.properties.country'),
    checkin_date: path('$.properties.checkin_date'),
    checkout_date: path('$.properties.checkout_date'),
    num_adults: path('$.properties.num_adults'),
    num_children: path('$.properties.num_children'),
    num_infants: path('$.properties.num_infants'),
    suggested_hotels: path('$.properties.suggested_hotels'),
    departing_departure_date: path('$.properties.departing_departure_date'),
    returning_departure_date: path('$.properties.returning_departure_date'),
    origin_airport: path('$.properties.origin_airport'),
    destination_airport: path('$.properties.destination_airport'),
    destination_ids: path('$.properties.destination_ids'),
    departing_arrival_date: path('$.properties.departing_arrival_date'),
    returning_arrival_date: path('$.properties.returning_arrival_date'),
    travel_class: firstChoice('$.properties.travel_class'),
    user_score: path('$.properties.user_score'),
    preferred_num_stops: path('$.properties.preferred_num_stops'),
    travel_start: path('$.properties.travel_start'),
    travel_end: path('$.properties.travel_end'),
    suggested_destinations: path('$.properties.suggested_destinations')
  }
} satisfies InputField
